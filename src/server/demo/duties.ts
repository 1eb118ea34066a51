import type { BodyInput } from '#contract/index.ts'
import { documentId } from './directives.ts'
import { demoId } from './ids.ts'
import { unitIds } from './office.ts'

/** To whom the office reports on the movement, and what its report carries. The day it is due is set by no text read so far. */
export const demoDuties: readonly BodyInput<'report.setDuty'>[] = [
  {
    id: demoId('duty/VPUB'),
    unitId: unitIds.office,
    formName: 'agency-half-year',
    receiverName: 'Sở Văn hóa, Thể thao và Du lịch',
    isReceiverSuperior: false,
    basisDocumentId: documentId('41/KH-UBND'),
    symbol: 'BC-VPUB',
    draftingUnitId: unitIds.administration,
    // The original names one comrade by given name, which is no public record: here the desk he stands for.
    recipientLines: ['Sở VH, TT&DL (Báo cáo)', 'LĐVP', 'Đ/c Tổng hợp', 'Trang Thông tin điện tử VP'],
    archive: 'VT, TCHCQT',
    dueDaysAfterCutoff: null,
    valid: { from: '2022-01-01', until: null },
  },
]
