import type { RightName } from '#contract/index.ts'
import type { ReportState } from '#domain/report/life.ts'

// Who may do what, written down a second time by hand, as an official would read it.

export type Row = {
  /** Roles by their letters: A quản trị, L lãnh đạo, T trưởng đơn vị, C chuyên viên, V văn thư, X xem. */
  readonly who: string
  /** here: at the unit itself, and below it with the subtree. reading: those below the unit read it too. */
  readonly where: 'here' | 'reading'
  /** Only in these states; left out: whatever the state. */
  readonly when?: readonly ReportState[]
}

const everyoneReads: Row = { who: 'ALTCVX', where: 'reading' }
const recorders: Row = { who: 'TC', where: 'here' }
const importers: Row = { who: 'ATC', where: 'here' }
const administrators: Row = { who: 'A', where: 'here' }

export const table: Record<RightName, Row> = {
  'account.list': administrators,
  'account.add': administrators,
  'account.grant': administrators,
  'account.withdrawGrant': administrators,
  'account.disable': administrators,
  'account.resetPassword': administrators,
  'account.setEmail': administrators,
  'audit.list': { who: 'AL', where: 'here' },

  'org.tree': everyoneReads,
  'org.unit': everyoneReads,
  'org.changes': everyoneReads,
  'org.history': everyoneReads,
  'org.addVersion': administrators,
  'org.setHeadcount': { who: 'AC', where: 'here' },
  'org.addPosition': administrators,
  'org.appoint': administrators,
  'org.mandate': administrators,
  'org.recordSuccession': administrators,
  'org.addTrait': { who: 'AC', where: 'here' },
  'org.endTrait': { who: 'AC', where: 'here' },
  'org.endAppointment': administrators,
  'org.endMandate': administrators,

  'document.list': everyoneReads,
  'document.one': everyoneReads,
  'document.graph': everyoneReads,
  'document.book': everyoneReads,
  'document.register': { who: 'TCV', where: 'here' },
  'document.amend': { who: 'TCV', where: 'here' },
  'document.cite': { who: 'TCV', where: 'here' },

  'plan.list': everyoneReads,
  'plan.one': everyoneReads,
  'plan.units': everyoneReads,
  'plan.forYear': everyoneReads,
  'plan.add': recorders,
  'plan.addTarget': recorders,
  'plan.recordOutcome': recorders,
  'plan.addTask': recorders,
  'plan.addTasks': recorders,
  'plan.copy': recorders,
  'plan.amendTask': recorders,
  'plan.reportProgress': recorders,
  'plan.remind': recorders,

  'activity.list': everyoneReads,
  'activity.one': everyoneReads,
  'activity.record': recorders,
  'activity.amend': recorders,
  'activity.remove': recorders,
  'evidence.attach': recorders,
  'evidence.detach': recorders,

  // Names for those who keep the register, counts for those above, grounds for exclusion for the officer alone.
  'household.counts': { who: 'ALTCVX', where: 'here' },
  'household.list': recorders,
  'household.one': recorders,
  'household.enter': recorders,
  'household.amend': recorders,
  'household.move': recorders,
  'household.split': recorders,
  'household.merge': recorders,
  'household.end': recorders,
  'household.import': importers,
  'household.lists': importers,
  'household.oneList': importers,
  'household.tryList': importers,
  'household.takeList': importers,
  'household.dropList': importers,
  'household.recordGround': { who: 'C', where: 'here' },
  'household.withdrawGround': { who: 'C', where: 'here' },
  'household.lookAtGrounds': { who: 'C', where: 'here' },

  'title.registrations': everyoneReads,
  'title.register': recorders,
  'title.withdraw': recorders,
  'title.law': everyoneReads,
  'title.confirmLaw': { who: 'LT', where: 'here' },
  'title.withdrawConfirmation': { who: 'LT', where: 'here' },
  'title.adoptRules': recorders,
  'title.confirmRules': { who: 'LT', where: 'here' },
  'title.withdrawRules': { who: 'LT', where: 'here' },

  // A village head's place is one village; the commune opens and prepares, its leader decides; others see counts.
  'season.list': everyoneReads,
  'season.board': everyoneReads,
  'season.area': { who: 'LTC', where: 'here' },
  'season.proposal': { who: 'LC', where: 'here' },
  'season.yearsOfHousehold': { who: 'LTC', where: 'here' },
  'season.yearsOfUnit': everyoneReads,
  'season.open': { who: 'C', where: 'here' },
  'season.register': recorders,
  'season.carryOver': recorders,
  'season.takeRegistrations': recorders,
  'season.withdraw': recorders,
  'season.assess': recorders,
  'season.makeList': recorders,
  'season.gather': recorders,
  'season.strikeGathering': recorders,
  'season.concludeMeeting': recorders,
  'season.post': recorders,
  'season.receiveOpinion': recorders,
  'season.answerOpinion': recorders,
  'season.submit': recorders,
  'season.lookForGrounds': { who: 'C', where: 'here' },
  'season.reviewGrounds': { who: 'C', where: 'here' },
  'season.appraise': { who: 'LC', where: 'here' },
  'season.sendBack': { who: 'C', where: 'here' },
  'season.decide': { who: 'L', where: 'here' },
  'season.publish': { who: 'CV', where: 'here' },
  'season.handOver': recorders,
  'season.revoke': { who: 'L', where: 'here' },

  // Those above a village look; the village head is not asked to look at himself.
  'signal.ofSeason': { who: 'LC', where: 'here' },
  'signal.review': { who: 'LC', where: 'here' },
  'signal.draws': { who: 'LC', where: 'here' },
  'signal.drawn': { who: 'LC', where: 'here' },
  'signal.drawHouseholds': { who: 'LC', where: 'here' },
  'signal.drawAreas': { who: 'LC', where: 'here' },
  'signal.recheck': { who: 'LC', where: 'here' },

  // Beside a posting: its address and photos, for those who answer for the area.
  'posted.one': { who: 'LTC', where: 'here' },

  // Names are on certificates: only those whose duty the season is.
  'certificate.print': { who: 'LTCV', where: 'here' },

  // Every paper bears names; a decision names several villages.
  'dossier.papers': { who: 'LTC', where: 'here' },
  'dossier.print': { who: 'LTC', where: 'here' },
  'dossier.draftDecision': { who: 'LCV', where: 'here' },
  'dossier.printDecision': { who: 'LCV', where: 'here' },
  'dossier.printDraw': { who: 'LC', where: 'here' },
  'dossier.ask': { who: 'LTC', where: 'here' },
  'dossier.take': { who: 'LTC', where: 'here' },

  'search.everywhere': everyoneReads,

  'notice.list': everyoneReads,
  'notice.count': everyoneReads,
  'notice.follows': everyoneReads,
  'notice.follow': everyoneReads,
  'notice.unfollow': everyoneReads,
  'notice.read': everyoneReads,
  'today.one': everyoneReads,
  'today.signing': everyoneReads,

  // Counts where a role is held; names only where the register may be listed.
  'merit.figures': { who: 'ALTCVX', where: 'here' },
  'merit.rows': { who: 'ALTCVX', where: 'here' },

  'overview.one': everyoneReads,
  'overview.tasks': everyoneReads,
  'overview.activities': everyoneReads,
  'overview.documents': everyoneReads,

  // Who asks; who owes; and at the unit it goes to, who answers.
  'indicator.list': everyoneReads,
  'form.list': everyoneReads,
  'form.one': everyoneReads,
  'request.form': everyoneReads,
  'indicator.define': { who: 'C', where: 'here' },
  'indicator.defineShare': { who: 'C', where: 'here' },
  'form.begin': { who: 'C', where: 'here' },
  'form.saveDraft': { who: 'C', where: 'here' },
  'form.publish': { who: 'LC', where: 'here' },
  'request.regimes': everyoneReads,
  'request.list': everyoneReads,
  'request.one': everyoneReads,
  'request.board': { who: 'ALTCVX', where: 'here' },
  'request.setRegime': { who: 'LC', where: 'here' },
  'request.open': { who: 'C', where: 'here' },
  'request.amend': { who: 'C', where: 'here' },
  'request.send': { who: 'LC', where: 'here' },
  'request.remind': { who: 'C', where: 'here' },
  'request.waiting': { who: 'LC', where: 'here' },
  'return.one': { who: 'ALTCVX', where: 'here' },
  'return.version': { who: 'ALTCVX', where: 'here' },
  'return.save': recorders,
  'return.typeIn': recorders,
  'return.keepFlag': recorders,
  'return.handIn': { who: 'LTC', where: 'here' },
  'return.sendBack': { who: 'LC', where: 'here' },
  'return.accept': { who: 'LC', where: 'here' },

  'figure.table': { who: 'ALTCVX', where: 'here' },
  'figure.explain': { who: 'ALTCVX', where: 'here' },
  'figure.series': { who: 'ALTCVX', where: 'here' },
  'figure.compare': { who: 'ALTCVX', where: 'here' },
  'figure.gathered': { who: 'ALTCVX', where: 'here' },
  'figure.changes': { who: 'ALTCVX', where: 'here' },

  'report.duties': everyoneReads,
  'report.setDuty': { who: 'ALT', where: 'here' },
  'report.list': everyoneReads,
  'report.one': everyoneReads,
  'report.preview': everyoneReads,
  'report.explain': everyoneReads,
  'report.download': everyoneReads,
  'report.versions': everyoneReads,
  'report.pulse': everyoneReads,
  'report.compose': recorders,
  'report.recompose': { ...recorders, when: ['draft'] },
  'report.edit': { ...recorders, when: ['draft'] },
  'report.answerDrift': { ...recorders, when: ['draft'] },
  'report.take': { ...recorders, when: ['draft'] },
  'report.giveBack': { ...recorders, when: ['draft'] },
  'report.keepRemark': { who: 'LTCV', where: 'here', when: ['draft', 'contentChecked', 'formChecked'] },
  'report.checkContent': { who: 'T', where: 'here', when: ['draft'] },
  'report.checkForm': { who: 'V', where: 'here', when: ['contentChecked'] },
  'report.submit': { who: 'TCV', where: 'here', when: ['formChecked'] },
  'report.signOff': { who: 'L', where: 'here', when: ['submitted'] },
  'report.signOffSeveral': { who: 'L', where: 'here', when: ['submitted'] },
  'report.number': { who: 'V', where: 'here', when: ['signedOff'] },
  'report.issue': { who: 'V', where: 'here', when: ['numbered'] },
  'report.sendBack': { who: 'LTV', where: 'here', when: ['contentChecked', 'formChecked', 'submitted', 'signedOff', 'numbered'] },
}
