import { Argument, Command, CommanderError, Option } from 'commander'
import { type DemoName, demoNames, demoWords } from '#server/demo/which.ts'
import { readDataPlace } from '#server/world.ts'
import type { WantedCertificates } from './certificate.commands.ts'
import type { WantedVerdicts } from './evaluate.command.ts'
import type { WantedHouseholds } from './household.commands.ts'
import { type Told, tellFault, tellUsage } from './outcome.ts'
import type { WantedReport } from './report.command.ts'
import type { NewUser } from './work.commands.ts'

// `nep <lệnh>`: the same actions as in the browser, from a terminal. Exit codes: 0 done, 1 refused or a failed check,
// 2 not understood, 3 a fault.

const place = readDataPlace(process.env)

// Each command loads what it needs: help comes at once, a check of a file opens no database.
const data = () => import('./data.commands.ts')
const work = () => import('./work.commands.ts')
const reports = () => import('./report.command.ts')
const households = () => import('./household.commands.ts')
const certificates = () => import('./certificate.commands.ts')

/** Runs a command and prints what it came to. */
async function show(told: Promise<Told>): Promise<void> {
  print(await told.catch(error => tellFault(error, place)))
}

function print({ exitCode, lines, json }: Told): void {
  const text = program.opts()['json'] ? JSON.stringify(json, null, 2) : lines.join('\n')
  const stream = exitCode === 0 || program.opts()['json'] ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  process.exitCode = exitCode
}

const unitListHelp = `
Các cột, đúng thứ tự, dòng đầu ghi đúng tên cột:
  code         mã đơn vị, không trùng trong cùng một ngày
  name         tên, không kèm loại: Mường La, Mây
  type         tỉnh, xã, phường, thị trấn, bản, thôn, tổ dân phố, tiểu khu, cơ quan, …
  parent_code  mã đơn vị cấp trên; cấp cao nhất để trống
  valid_from   ngày đầu, như 2025-07-01; để trống nếu có từ trước
  valid_to     ngày cuối còn hiệu lực; để trống nếu đang còn
  predecessors mã các đơn vị nhập vào, cách nhau bằng dấu chấm phẩy; thường để trống
  source       văn bản hay danh mục lấy thông tin ấy`

const program = new Command('nep')
  .description('Nếp từ dòng lệnh. Dữ liệu ở NEP_DATA (mặc định ./data), hoặc trên PostgreSQL ở DATABASE_URL.')
  .option('--json', 'trả lời bằng JSON')
  .helpOption('-h, --help', 'hiện trợ giúp')
  .helpCommand('help [lệnh]', 'hiện trợ giúp của lệnh')
  .configureHelp({
    styleTitle: title => helpTitles[title] ?? title,
    styleUsage: inVietnamese,
    styleSubcommandTerm: inVietnamese,
    showGlobalOptions: true,
  })
  .configureOutput({ outputError: () => {} })
  .exitOverride()
  .addHelpText('after', '\nMã thoát: 0 xong; 1 bị từ chối hoặc kiểm tra không đạt; 2 gõ sai lệnh; 3 lỗi.')

const helpTitles: Record<string, string> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
  'Arguments:': 'Tham số:',
}

function inVietnamese(text: string): string {
  return text.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]')
}

function command(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description).helpOption('-h, --help', 'hiện trợ giúp').helpCommand(false)
}

command(program, 'serve', 'chạy máy chủ (như npm start, không dựng lại giao diện)')
  .option('--empty', 'không nạp dữ liệu minh họa')
  .addOption(new Option('--demo <tên>', 'dữ liệu minh họa nạp vào nơi còn trống').choices(demoNames).default('van-phong'))
  .action(async ({ empty, demo }: { empty?: true; demo: DemoName }) =>
    (await import('#server/main.ts')).main(empty ? ['--empty'] : ['--demo', demo], process.env),
  )

command(program, 'migrate', 'nâng cấp cơ sở dữ liệu lên bản của chương trình').action(() =>
  show(data().then(({ migrateData }) => migrateData(place))),
)

command(program, 'demo', 'nạp dữ liệu minh họa vào nơi còn trống')
  .addArgument(
    new Argument('[tên]', demoNames.map(name => `${name}: ${demoWords[name]}`).join('; ')).choices(demoNames).default('van-phong'),
  )
  .action((name: DemoName) => show(data().then(({ fillWithDemo }) => fillWithDemo(place, name))))

command(program, 'report', 'ghi báo cáo của một đơn vị trong một kỳ: DOCX, PDF, HTML và các nhận xét')
  .requiredOption('--unit <đơn vị>', 'tên tắt (VPUB), mã hoặc id của đơn vị')
  .requiredOption('--period <kỳ>', 'như 2022-H1, 2022-H2, 2022-Y, 2022-Q1')
  .requiredOption('--out <thư mục>', 'nơi ghi các tệp')
  .addOption(new Option('--state <bước>', 'bản hiện tại hay bản đã ban hành').choices(['draft', 'issued']).default('draft'))
  .action((wanted: WantedReport) => show(reports().then(({ writeReport }) => writeReport(place, wanted))))

command(program, 'check', 'kiểm thể thức, kỹ thuật trình bày của một tệp DOCX')
  .argument('<tệp>', 'tệp .docx')
  .addOption(new Option('--stage <bước>', 'trình ký hay đã ban hành').choices(['forSignature', 'issued']).default('forSignature'))
  .action((file: string, options: { stage: 'forSignature' | 'issued' }) =>
    show(work().then(({ checkFile }) => checkFile(file, options.stage))),
  )

const lists = command(program, 'import', 'nạp danh sách')

command(lists, 'households', 'nạp danh sách hộ từ tệp CSV hoặc XLSX, cột xếp thế nào cũng được')
  .argument('<tệp>', 'tệp .csv hoặc .xlsx; nạp lại cùng tệp thì tiếp tục, không ghi đôi')
  .requiredOption('--unit <đơn vị>', 'tên tắt, mã hoặc id của tỉnh, xã hay bản mà danh sách thuộc về')
  .option('--from <ngày>', 'ngày danh sách nói tới, như 2026-01-01 (mặc định hôm nay)')
  .option('--sender <tên>', 'nơi gửi: cách đặt tên cột được nhớ theo nơi gửi')
  .option('--changes', 'ghi cả những gì danh sách nói khác về hộ đã có trong sổ')
  .option('--mapping <cột=mục,…>', 'cột nào là mục nào khi đoán chưa đúng, như "Đại diện=headName"')
  .addOption(new Option('--encoding <bảng mã>', 'bảng mã chữ Việt của tệp').choices(['unicode', 'tcvn3', 'vni']))
  .option('--look', 'chỉ xem cột và vài dòng đầu, chưa nạp')
  .action((file: string, wanted: WantedHouseholds) =>
    show(households().then(({ importHouseholdList }) => importHouseholdList(place, file, wanted))),
  )

command(lists, 'units', 'nạp đơn vị và các phiên bản từ tệp CSV')
  .argument('<tệp>', 'tệp .csv, bảng mã UTF-8, dòng đầu là tên cột')
  .addHelpText('after', unitListHelp)
  .action((file: string) => show(work().then(({ importUnitList }) => importUnitList(place, file))))

command(program, 'verify', 'xác minh một giấy công nhận theo mã đọc từ mã QR')
  .argument('<mã hoặc tệp>', 'mã, địa chỉ có mã, hoặc tệp chứa mã')
  .option('--key <tệp>', 'tệp khóa công khai: xác minh được khi không có mạng, không cần dữ liệu')
  .action((given: string, options: { key?: string }) =>
    show(certificates().then(({ verifyCertificate }) => verifyCertificate(place, given, options.key))),
  )

const printed = command(program, 'certificates', 'giấy công nhận')

command(printed, 'print', 'in mọi giấy công nhận của một đợt bình xét ra các tệp PDF')
  .requiredOption('--season <id>', 'id của đợt bình xét, như trong địa chỉ trang')
  .requiredOption('--out <thư mục>', 'nơi ghi các tệp')
  .addOption(new Option('--paper <khổ>', 'khổ giấy, nằm ngang').choices(['a4', 'a5']).default('a4'))
  .action((wanted: WantedCertificates) => show(certificates().then(({ printAll }) => printAll(place, wanted))))

command(printed, 'keys', 'ghi khóa công khai ra tệp, cho người xác minh khi không có mạng')
  .argument('<tệp>', 'tệp sẽ ghi')
  .action((file: string) => show(certificates().then(({ writeKeys }) => writeKeys(place, file))))

command(printed, 'verify-page', 'ghi trang xác minh có sẵn khóa, dùng được khi không có mạng')
  .argument('<tệp>', 'tệp .html sẽ ghi')
  .action((file: string) => show(certificates().then(({ writeVerifyPage }) => writeVerifyPage(place, file))))

command(printed, 'new-key', 'lập khóa ký mới cho các quyết định từ ngày mai; giấy đã in vẫn xác minh được').action(() =>
  show(certificates().then(({ makeNewKey }) => makeNewKey(place))),
)

command(program, 'evaluate', 'xét một tệp hộ theo quy định của một ngày: đạt, không đạt hay chưa rõ, vì điều khoản nào')
  .argument('<tệp>', 'tệp .csv, .xlsx (cột Mã, Năm xét, Điểm 1a …) hoặc .jsonl, mỗi dòng một hộ')
  .requiredOption('--out <tệp>', 'nơi ghi kết quả: .csv để đọc, tên khác thì mỗi dòng một JSON')
  .option('--on <ngày>', 'quy định của ngày này, như 2024-12-01')
  .option('--honour <danh hiệu>', 'danh hiệu', 'culturalFamily')
  .option('--book <bộ quy tắc>', 'thay cho --on: một bộ quy tắc, như GDVH.ND122')
  .option('--sheet <tệp>', 'quy định của tỉnh: thang điểm, ngưỡng (tệp tải ở trang Quy định)')
  .action((file: string, wanted: WantedVerdicts) =>
    show(import('./evaluate.command.ts').then(({ evaluateFile }) => evaluateFile(file, wanted))),
  )

command(program, 'api', 'ghi bản mô tả giao diện lập trình (OpenAPI 3.1) ra tệp JSON')
  .argument('<tệp>', 'tệp sẽ ghi')
  .action((file: string) => show(import('./api.command.ts').then(({ writeApi }) => writeApi(file))))

command(command(program, 'audit', 'nhật ký'), 'verify', 'chứng minh nhật ký nguyên vẹn, hoặc chỉ ra mắt xích đứt đầu tiên').action(() =>
  show(data().then(({ verifyTrail }) => verifyTrail(place))),
)

command(program, 'digest', 'gửi thư tóm tắt việc chờ ngay bây giờ, mỗi người một thư một ngày (cần SMTP_URL, NEP_MAIL_FROM)').action(() =>
  show(data().then(({ sendLetters }) => sendLetters(place, process.env))),
)

command(program, 'backup', 'sao lưu cơ sở dữ liệu và tệp vào một tệp')
  .argument('<tệp>', 'tệp sẽ ghi')
  .action((file: string) => show(data().then(({ backUp }) => backUp(place, file))))

command(program, 'restore', 'khôi phục từ tệp sao lưu')
  .argument('<tệp>', 'tệp sao lưu')
  .option('--force', 'thay dữ liệu đang có')
  .action((file: string, options: { force?: true }) => show(data().then(({ restoreFrom }) => restoreFrom(place, file, options))))

command(command(program, 'user', 'tài khoản'), 'add', 'lập tài khoản, in mật khẩu dùng lần đầu')
  .requiredOption('--username <tên>', 'tên đăng nhập: chữ thường không dấu, số, dấu chấm')
  .requiredOption('--full-name <họ tên>', 'họ và tên')
  .requiredOption('--role <vai trò>', 'admin, leader, unitHead, officer, clerk hoặc viewer')
  .requiredOption('--unit <đơn vị>', 'tên tắt (VPUB), mã hoặc id của đơn vị')
  .option('--subtree', 'cả các đơn vị cấp dưới')
  .action((user: NewUser) => show(work().then(({ addUser }) => addUser(place, user))))

const usageSentences: Record<string, string> = {
  'commander.unknownCommand': 'Không có lệnh này',
  'commander.unknownOption': 'Không có tùy chọn này',
  'commander.missingArgument': 'Thiếu tham số',
  'commander.missingMandatoryOptionValue': 'Thiếu tùy chọn',
  'commander.optionMissingArgument': 'Tùy chọn thiếu giá trị',
  'commander.invalidArgument': 'Giá trị không dùng được',
  'commander.excessArguments': 'Thừa tham số',
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) print(tellFault(error, place))
  else if (error.exitCode !== 0) print(tellUsage(`${usageSentences[error.code] ?? 'Gõ thêm lệnh, xem nep --help'}${quoted(error)}.`))
}

/** The word of the command line the sentence is about. */
function quoted({ message }: CommanderError): string {
  const [, word] = /'([^']+)'/u.exec(message) ?? []
  return word === undefined ? '' : `: ${word}`
}
