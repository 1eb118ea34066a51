// Written by `npm run schema` from the migrations; do not edit.
import type { ColumnType, SelectType } from 'kysely'
import type { Day, Days, Defaulted, Json, List, Nullable } from './values.ts'

export type AccountGrantTable = {
  id: string
  accountId: string
  unitId: string
  role: string
  withSubtree: boolean
  grantedAt: string
}

export type ActivityTable = {
  id: string
  hostUnitId: string
  kind: string
  name: string
  startsOn: Day
  endsOn: Day
  place: Defaulted<string>
  participantCount: Nullable<number>
  participantQuality: Nullable<string>
  participantQualifier: Nullable<string>
  money: Defaulted<Json>
  moneyBySource: ColumnType<SelectType<Nullable<Json>>, never, never>
  campaign: string
  taskIds: Defaulted<List<string>>
  documentIds: Defaulted<List<string>>
  narrative: Defaulted<string>
  recordedBy: string
  removedAt: Nullable<string>
  revision: Defaulted<number>
  searchKey: string
}

export type AddedFigureTable = {
  partitionId: string
  requestId: string
  unitId: string
  code: string
  owes: boolean
  count: Nullable<number>
  qualifier: Nullable<string>
  baseCount: Nullable<number>
  baseQualifier: Nullable<string>
  source: string
  notAdded: Nullable<string>
  ofUnits: number
  whole: number
  begun: number
  entries: number
  estimated: number
  halves: number
  beside: Nullable<Json>
}

export type AnnouncedYearTable = {
  id: string
  unitId: string
  year: number
  basis: string
  days: Json
  byName: string
  recordedAt: string
}

export type AppointmentTable = {
  id: string
  positionId: string
  fullName: string
  accountId: Nullable<string>
  valid: Days
  basis: string
}

export type AskedFormTable = {
  requestId: string
  form: Json
  dictionary: Json
}

export type AssignmentTable = {
  id: string
  taskId: string
  unitId: string
  part: string
  assignedOn: Day
}

export type AuditEntryTable = {
  seq: number
  at: string
  actorId: Nullable<string>
  actorName: string
  command: string
  subjectKind: string
  subjectId: string
  recordIds: List<string>
  unitId: Nullable<string>
  before: Nullable<Json>
  after: Nullable<Json>
  previousHash: string
  hash: string
}

export type AuditHeadTable = {
  one: Defaulted<boolean>
  seq: number
  hash: string
}

export type CertificateKeyTable = {
  kid: string
  publicKey: Json
  privateKey: string
  madeAt: string
  fromDay: Nullable<Day>
}

export type CredentialTable = {
  id: string
  userId: string
  providerId: string
  accountId: string
  password: string
  createdAt: string
  updatedAt: string
}

export type DigestTable = {
  accountId: string
  onDay: Day
  outcome: string
  tries: number
  fault: Defaulted<string>
  at: string
}

export type DocumentCitationTable = {
  fromDocumentId: string
  toDocumentId: string
  relation: string
}

export type DossierPaperTable = {
  seasonId: string
  areaUnitId: Nullable<string>
  code: string
  about: string
  pdfSha256: string
  docxSha256: Nullable<string>
  printedOn: Day
  printedBy: string
}

export type DossierRequestTable = {
  id: string
  seasonId: string
  areaUnitIds: List<string>
  purpose: string
  askedById: string
  askedBy: string
  askedOn: Day
}

export type EvidenceTable = {
  id: string
  activityId: Nullable<string>
  progressId: Nullable<string>
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  addedBy: string
  removedAt: Nullable<string>
  postingId: Nullable<string>
}

export type FigureFormTable = {
  id: string
  unitId: string
  name: string
  note: string
  draft: Json
  revision: Defaulted<number>
}

export type FigureFormVersionTable = {
  formId: string
  version: number
  fromDay: Day
  parts: Json
  byName: string
  recordedAt: string
}

export type FigureVersionTable = {
  requestId: string
  number: number
  partitionId: string
  unitId: string
  returnVersion: Nullable<number>
  onDay: Day
}

export type FollowTable = {
  accountId: string
  subjectKind: string
  subjectId: string
  isFollowing: boolean
  since: string
}

export type GivenNumberTable = {
  unitId: string
  series: string
  year: number
  number: number
  givenOn: Day
  reportId: string
  voidedOn: Nullable<Day>
}

export type HeadcountTable = {
  id: string
  unitId: string
  category: string
  count: number
  valid: Days
}

export type HouseholdTable = {
  id: string
  partitionId: string
  code: Nullable<string>
  revision: Defaulted<number>
}

export type HouseholdColumnTable = {
  unitId: string
  sender: string
  header: string
  field: Nullable<string>
}

export type HouseholdGroundTable = {
  id: string
  partitionId: string
  householdId: string
  matter: string
  handling: string
  onDay: Day
  basis: string
  documentId: Nullable<string>
  recordedBy: string
  withdrawnOn: Nullable<Day>
  withdrawalReason: Nullable<string>
}

export type HouseholdListTable = {
  id: string
  unitId: string
  sender: string
  fileName: string
  look: Json
  reading: Nullable<Json>
  state: string
  mode: string
  counts: Json
  examples: Json
  fault: Nullable<Json>
  receivedBy: string
  receivedById: string
  receivedAt: string
  beatAt: string
}

export type HouseholdListAsideTable = {
  listId: string
  line: number
  reason: string
  told: Json
}

export type HouseholdSuccessionTable = {
  fromHouseholdId: string
  partitionId: string
  toHouseholdId: string
  happenedOn: Day
  kind: string
}

export type HouseholdVersionTable = {
  householdId: string
  partitionId: string
  id: string
  headName: string
  memberCount: Nullable<number>
  address: Defaulted<string>
  areaUnitId: string
  poverty: Nullable<string>
  valid: Days
  cause: string
  reason: Defaulted<string>
  recordedBy: string
  recordedAt: string
  endCause: Nullable<string>
  struckAt: Nullable<string>
  sortKey: string
  searchKey: string
}

export type IssuedDocumentTable = {
  reportId: string
  document: Json
  contentHash: string
  registeredDocumentId: string
  issuedAt: string
}

export type IssuedFileTable = {
  reportId: string
  name: string
  mediaType: string
  sha256: string
  bytes: number
}

export type KeptFlagTable = {
  partitionId: string
  requestId: string
  unitId: string
  flagKey: string
  reason: string
  byName: string
  at: string
}

export type KeptRemarkTable = {
  reportId: string
  remarkKey: string
  reason: string
  byName: string
  at: string
}

export type KeptSumTable = {
  requestId: string
  unitId: string
  flagKey: string
  reason: string
  byName: string
  at: string
}

export type MailAddressTable = {
  accountId: string
  address: string
}

export type NoticeTable = {
  id: string
  accountId: string
  kind: string
  isLoud: boolean
  subjectKind: string
  subjectId: string
  insideId: Nullable<string>
  unitId: string
  actorName: string
  details: Json
  at: string
  onDay: Day
  readAt: Nullable<string>
}

export type NumberSeriesTable = {
  unitId: string
  series: string
  year: number
  lastNumber: Defaulted<number>
  lastOn: Nullable<Day>
}

export type OrgSuccessionTable = {
  fromUnitId: string
  toUnitId: string
  happenedOn: Day
  extent: string
  isVerified: boolean
  basis: Nullable<string>
}

export type OrgUnitTable = {
  id: string
  shortName: Nullable<string>
}

export type OrgUnitVersionTable = {
  id: string
  unitId: string
  name: string
  kind: string
  parentUnitId: Nullable<string>
  code: Nullable<string>
  namedAfterPerson: Defaulted<boolean>
  position: Defaulted<number>
  letterhead: Nullable<Json>
  functions: Nullable<string>
  calledInText: string
  valid: Days
  source: string
}

export type OwnDefinitionTable = {
  unitId: string
  code: string
  fromDay: Day
  definition: Json
  byName: string
  recordedAt: string
}

export type PeriodicReportTable = {
  id: string
  unitId: string
  dutyId: string
  formName: string
  periodName: string
  requestId: Nullable<string>
  subject: Nullable<string>
  version: Defaulted<number>
  revision: Defaulted<number>
  content: Json
  state: string
}

export type PlaceTraitTable = {
  id: string
  unitId: string
  trait: string
  valid: Days
  basis: string
}

export type PlanTable = {
  id: string
  ownerUnitId: string
  year: number
  title: string
  documentId: Nullable<string>
  revision: Defaulted<number>
  searchKey: ColumnType<SelectType<string>, never, never>
}

export type PositionTable = {
  id: string
  unitId: string
  name: string
  rank: string
}

export type PostedOpinionTable = {
  opinionId: string
  postingId: string
  receivedOn: Day
}

export type ProgressTable = {
  id: string
  assignmentId: string
  sequence: number
  reportedOn: Day
  state: string
  percent: Nullable<number>
  narrative: string
  difficulty: Defaulted<string>
  proposal: Defaulted<string>
  documentIds: Defaulted<List<string>>
  reportedBy: string
}

export type RecheckDrawTable = {
  id: string
  seasonId: string
  what: string
  seed: string
  margin: Nullable<number>
  decisionIds: List<string>
  drawnOn: Day
  byName: string
  recordedAt: string
}

export type RecheckItemTable = {
  drawId: string
  itemId: string
  areaUnitId: string
  partitionId: Nullable<string>
  rank: string
}

export type RecheckOutcomeTable = {
  id: string
  drawId: string
  itemId: string
  outcome: string
  says: Defaulted<string>
  checkedOn: Day
  byName: string
  recordedAt: string
}

export type RecheckStratumTable = {
  drawId: string
  areaUnitId: string
  population: number
}

export type RegisteredDocumentTable = {
  id: string
  ownerUnitId: string
  direction: string
  kind: string
  code: string
  issuedOn: Day
  issuerName: string
  issuerUnitId: Nullable<string>
  subject: string
  valid: Days
  yearFrom: Nullable<number>
  yearUntil: Nullable<number>
  arrivedOn: Nullable<Day>
  arrivalNumber: Nullable<number>
  signerName: Defaulted<string>
  recipients: Defaulted<string>
  archivedWith: Defaulted<string>
  copies: Nullable<number>
  forwardedOn: Nullable<Day>
  note: Defaulted<string>
  revision: Defaulted<number>
  searchKey: string
}

export type ReportDutyTable = {
  id: string
  unitId: string
  formName: string
  receiverName: string
  isReceiverSuperior: boolean
  basisDocumentId: Nullable<string>
  symbol: string
  draftingUnitId: string
  recipientLines: Json
  archive: string
  dueDaysAfterCutoff: Nullable<number>
  valid: Days
}

export type ReportEventTable = {
  reportId: string
  sequence: number
  type: string
  byAccountId: string
  byName: string
  at: string
  onDay: Day
  reason: Defaulted<string>
  contentHash: string
  version: number
}

export type ReportObligationTable = {
  partitionId: string
  requestId: string
  unitId: string
  level: string
  dueOn: Day
  sinceVersion: Defaulted<number>
  content: Defaulted<Json>
  revision: Defaulted<number>
  state: Defaulted<string>
  standingVersion: Nullable<number>
  receives: Defaulted<boolean>
}

export type ReportReminderTable = {
  id: string
  partitionId: string
  requestId: string
  unitId: string
  onDay: Day
  words: string
  byName: string
  at: string
}

export type ReportRequestTable = {
  id: string
  unitId: string
  placeUnitId: string
  regimeId: Nullable<string>
  kind: string
  title: string
  formKey: string
  formVersion: number
  covers: Days
  cutoff: Day
  asked: Json
  basis: string
  sentOn: Nullable<Day>
  revision: Defaulted<number>
}

export type ReportVersionTable = {
  reportId: string
  version: number
  content: Json
  document: Json
  contentHash: string
  sealedAt: string
}

export type ReportingRegimeTable = {
  id: string
  unitId: string
  kind: string
  items: Json
  formKey: string
  parts: List<string>
  ownPeriods: Defaulted<Json>
  dueWorkingDays: number
  basis: Nullable<Json>
  valid: Days
  byName: string
  recordedAt: string
}

export type RequestLetterTable = {
  id: string
  requestId: string
  unitId: string
  kind: string
  words: Json
  writtenBy: string
  writtenAt: string
  revision: Defaulted<number>
  issued: Nullable<Json>
  document: Nullable<Json>
}

export type ReturnEventTable = {
  partitionId: string
  requestId: string
  unitId: string
  sequence: number
  type: string
  version: number
  byAccountId: string
  byName: string
  at: string
  onDay: Day
  reason: Defaulted<string>
  remarks: Defaulted<Json>
}

export type ReturnVersionTable = {
  partitionId: string
  requestId: string
  unitId: string
  version: number
  content: Json
  contentHash: string
  sealedAt: string
}

export type SeasonTable = {
  id: string
  unitId: string
  honour: string
  year: number
  ruleBookId: string
  way: Nullable<Json>
  openedOn: Day
  recordedBy: string
}

export type SeasonAreaTable = {
  seasonId: string
  areaUnitId: string
  state: Defaulted<string>
}

export type SeasonAssessmentTable = {
  id: string
  partitionId: string
  candidateId: string
  stage: string
  points: Json
  met: Defaulted<Json>
  content: Nullable<Json>
  recordedBy: string
  recordedAt: string
}

export type SeasonCandidateTable = {
  id: string
  partitionId: string
  seasonId: string
  honour: string
  year: number
  areaUnitId: string
  householdId: Nullable<string>
  unitId: Nullable<string>
  headName: string
  address: Defaulted<string>
  poverty: Nullable<string>
  registeredOn: Day
  recordedBy: string
  withdrawnOn: Nullable<Day>
  withdrawalReason: Nullable<string>
  sortKey: string
}

export type SeasonDecisionTable = {
  id: string
  seasonId: string
  issuerUnitId: string
  series: string
  year: number
  number: number
  decidedOn: Day
  documentId: string
  signerName: string
  recognised: number
  failed: number
  openAccepted: Defaulted<string>
  lawChosen: Defaulted<string>
  publishedOn: Nullable<Day>
  publishedPlace: Nullable<string>
}

export type SeasonEventTable = {
  id: string
  seasonId: string
  areaUnitId: string
  sequence: number
  type: string
  onDay: Day
  byName: string
  byAccountId: string
  at: string
  details: Defaulted<Json>
}

export type SeasonGatheringTable = {
  id: string
  seasonId: string
  areaUnitId: string
  sitting: number
  heldOn: Day
  place: string
  startClock: Nullable<string>
  endClock: Nullable<string>
  form: string
  way: string
  convened: number
  present: number
  absent: Defaulted<List<string>>
  votes: Json
  proceedings: Defaulted<string>
  recordedBy: string
  struckReason: Nullable<string>
}

export type SeasonGroundsReviewTable = {
  id: string
  seasonId: string
  areaUnitId: string
  sequence: number
  upTo: Day
  candidateIds: List<string>
  byName: string
  byAccountId: string
  at: string
}

export type SeasonHandoverTable = {
  candidateId: string
  partitionId: string
  outcome: string
  onDay: Day
  recordedBy: string
  recordedAt: string
}

export type SeasonOpinionTable = {
  id: string
  seasonId: string
  areaUnitId: string
  candidateId: Nullable<string>
  kind: string
  receivedOn: Day
  says: string
  answeredOn: Nullable<Day>
  outcome: Nullable<string>
  answer: Nullable<string>
  answeredBy: Nullable<string>
}

export type SeasonOutcomeTable = {
  candidateId: string
  partitionId: string
  decisionId: string
  outcome: string
  certificateNumber: Nullable<number>
  reasons: Defaulted<Json>
}

export type SeasonRevocationTable = {
  candidateId: string
  partitionId: string
  onDay: Day
  cause: string
  basis: string
  recordedBy: string
}

export type SeasonRevokingActTable = {
  id: string
  candidateId: string
  partitionId: string
  issuerUnitId: string
  series: string
  year: number
  number: number
  documentId: string
  signerName: string
}

export type SessionTable = {
  id: string
  userId: string
  token: string
  expiresAt: string
  ipAddress: Nullable<string>
  userAgent: Nullable<string>
  createdAt: string
  updatedAt: string
}

export type SettingTable = {
  key: string
  value: Json
}

export type SheetChoiceTable = {
  unitId: string
  sender: string
  labelKey: string
  placeKey: Nullable<string>
}

export type SignInAttemptTable = {
  key: string
  failures: number
  lastAt: string
}

export type SignalReviewTable = {
  id: string
  seasonId: string
  areaUnitId: Nullable<string>
  code: string
  shown: string
  outcome: string
  says: string
  reviewedOn: Day
  byName: string
  recordedAt: string
}

export type SigningMandateTable = {
  id: string
  positionId: string
  unitId: string
  capacity: string
  forName: Nullable<string>
  valid: Days
  basis: string
}

export type TakenSumTable = {
  requestId: string
  unitId: string
  partUnitId: string
  number: number
  way: string
  byName: string
  at: string
  onDay: Day
}

export type TargetTable = {
  id: string
  planId: string
  statement: string
  operator: string
  goalPercent: number
  baseName: string
  shareCode: Nullable<string>
  shareBaseCode: Nullable<string>
  outcomeNumerator: Nullable<number>
  outcomeDenominator: Nullable<number>
  outcomeOn: Nullable<Day>
  outcomeBasis: Nullable<string>
  revision: Defaulted<number>
}

export type TaskTable = {
  id: string
  planId: string
  parentTaskId: Nullable<string>
  position: number
  name: string
  instruction: string
  theme: string
  leadUnitId: string
  supportingUnitIds: Defaulted<List<string>>
  startsOn: Day
  dueOn: Day
  expectedProduct: Defaulted<string>
  targetId: Nullable<string>
  revision: Defaulted<number>
  searchKey: ColumnType<SelectType<string>, never, never>
}

export type TaskReminderTable = {
  id: string
  taskId: string
  unitId: string
  onDay: Day
  words: string
  byName: string
  at: string
}

export type TitleConfirmationTable = {
  id: string
  unitId: string
  factKey: string
  basis: string
  confirmedBy: string
  confirmedOn: Day
  withdrawnBy: Nullable<string>
  withdrawnOn: Nullable<Day>
  withdrawalReason: Nullable<string>
}

export type TitleProvincialRulesTable = {
  id: string
  unitId: string
  valid: Days
  rules: Json
  adoptedBy: string
  adoptedById: string
  adoptedOn: Day
  confirmedBy: Nullable<string>
  confirmedOn: Nullable<Day>
  withdrawnBy: Nullable<string>
  withdrawnOn: Nullable<Day>
  withdrawalReason: Nullable<string>
}

export type TitleRegistrationTable = {
  id: string
  unitId: string
  title: string
  year: number
  round: string
  registeredOn: Day
  documentId: Nullable<string>
  note: Defaulted<string>
  recordedBy: string
  withdrawnOn: Nullable<Day>
  withdrawalReason: Nullable<string>
}

export type ToldValueTable = {
  partitionId: string
  requestId: string
  unitId: string
  code: string
  count: number
  qualifier: Nullable<string>
  version: number
}

export type UserAccountTable = {
  id: string
  username: string
  fullName: string
  mustChangePassword: boolean
  disabledAt: Nullable<string>
  createdAt: string
  updatedAt: string
}

/** Every table, for Kysely. */
export type Schema = {
  accountGrant: AccountGrantTable
  activity: ActivityTable
  addedFigure: AddedFigureTable
  announcedYear: AnnouncedYearTable
  appointment: AppointmentTable
  askedForm: AskedFormTable
  assignment: AssignmentTable
  auditEntry: AuditEntryTable
  auditHead: AuditHeadTable
  certificateKey: CertificateKeyTable
  credential: CredentialTable
  digest: DigestTable
  documentCitation: DocumentCitationTable
  dossierPaper: DossierPaperTable
  dossierRequest: DossierRequestTable
  evidence: EvidenceTable
  figureForm: FigureFormTable
  figureFormVersion: FigureFormVersionTable
  figureVersion: FigureVersionTable
  follow: FollowTable
  givenNumber: GivenNumberTable
  headcount: HeadcountTable
  household: HouseholdTable
  householdColumn: HouseholdColumnTable
  householdGround: HouseholdGroundTable
  householdList: HouseholdListTable
  householdListAside: HouseholdListAsideTable
  householdSuccession: HouseholdSuccessionTable
  householdVersion: HouseholdVersionTable
  issuedDocument: IssuedDocumentTable
  issuedFile: IssuedFileTable
  keptFlag: KeptFlagTable
  keptRemark: KeptRemarkTable
  keptSum: KeptSumTable
  mailAddress: MailAddressTable
  notice: NoticeTable
  numberSeries: NumberSeriesTable
  orgSuccession: OrgSuccessionTable
  orgUnit: OrgUnitTable
  orgUnitVersion: OrgUnitVersionTable
  ownDefinition: OwnDefinitionTable
  periodicReport: PeriodicReportTable
  placeTrait: PlaceTraitTable
  plan: PlanTable
  position: PositionTable
  postedOpinion: PostedOpinionTable
  progress: ProgressTable
  recheckDraw: RecheckDrawTable
  recheckItem: RecheckItemTable
  recheckOutcome: RecheckOutcomeTable
  recheckStratum: RecheckStratumTable
  registeredDocument: RegisteredDocumentTable
  reportDuty: ReportDutyTable
  reportEvent: ReportEventTable
  reportObligation: ReportObligationTable
  reportReminder: ReportReminderTable
  reportRequest: ReportRequestTable
  reportVersion: ReportVersionTable
  reportingRegime: ReportingRegimeTable
  requestLetter: RequestLetterTable
  returnEvent: ReturnEventTable
  returnVersion: ReturnVersionTable
  season: SeasonTable
  seasonArea: SeasonAreaTable
  seasonAssessment: SeasonAssessmentTable
  seasonCandidate: SeasonCandidateTable
  seasonDecision: SeasonDecisionTable
  seasonEvent: SeasonEventTable
  seasonGathering: SeasonGatheringTable
  seasonGroundsReview: SeasonGroundsReviewTable
  seasonHandover: SeasonHandoverTable
  seasonOpinion: SeasonOpinionTable
  seasonOutcome: SeasonOutcomeTable
  seasonRevocation: SeasonRevocationTable
  seasonRevokingAct: SeasonRevokingActTable
  session: SessionTable
  setting: SettingTable
  sheetChoice: SheetChoiceTable
  signInAttempt: SignInAttemptTable
  signalReview: SignalReviewTable
  signingMandate: SigningMandateTable
  takenSum: TakenSumTable
  target: TargetTable
  task: TaskTable
  taskReminder: TaskReminderTable
  titleConfirmation: TitleConfirmationTable
  titleProvincialRules: TitleProvincialRulesTable
  titleRegistration: TitleRegistrationTable
  toldValue: ToldValueTable
  userAccount: UserAccountTable
}
