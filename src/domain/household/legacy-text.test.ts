import { describe, expect, it } from 'vitest'
import { foreignLetter, fromLegacy, recogniseLegacy } from './legacy-text.ts'

const alphabet = 'ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const tcvn3 = ['NguyÔn V¨n An', 'Lß V¨n To¶n', 'CÇm ThÞ B×nh', 'L\u00ad¬ng V¨n §«ng', 'tæ d©n phè']
const vni = ['Nguyeãn Vaên An', 'Loø Vaên Toaûn', 'Caàm Thò Bình', 'Löông Vaên Ñoâng', 'toå daân phoá']
const unicode = ['Nguyễn Văn An', 'Lò Văn Toản', 'Cầm Thị Bình', 'Lương Văn Đông', 'tổ dân phố']

describe('text older than Unicode', () => {
  it('is recognised by a whole file, each way by its own signs', () => {
    expect([recogniseLegacy(tcvn3), recogniseLegacy(vni), recogniseLegacy(unicode)]).toEqual(['tcvn3', 'vni', null])
  })

  it('reads as the same names', () => {
    expect(tcvn3.map(text => fromLegacy(text, 'tcvn3'))).toEqual([
      'Nguyễn Văn An',
      'Lò Văn Toản',
      'Cầm Thị Bình',
      'Lương Văn Đông',
      'tổ dân phố',
    ])
    expect(vni.map(text => fromLegacy(text, 'vni'))).toEqual(unicode)
  })

  it('keeps words in capitals in capitals', () => {
    expect(fromLegacy('NGUYÔN V¡N §¤NG', 'tcvn3')).toBe('NGUYỄN VĂN ĐÔNG')
    expect(fromLegacy('NGUYEÃN VAÊN ÑOÂNG', 'vni')).toBe('NGUYỄN VĂN ĐÔNG')
  })

  it('holds every letter of the alphabet in both ways', () => {
    for (const encoding of ['tcvn3', 'vni'] as const)
      expect(
        written(encoding)
          .map(text => fromLegacy(text, encoding))
          .join(''),
      ).toBe(alphabet)
  })

  it.for([
    ['old spelling of Unicode', ['hoà', 'khoá', 'Toà án', 'thuỳ']],
    ['names without marks', ['Lo Van An', 'Giang A Pao']],
    ['one foreign word among many of ours', [...unicode, 'Müller']],
  ] as const)('is not seen in %s', ([, texts]) => {
    expect(recogniseLegacy(texts)).toBeNull()
  })

  it('leaves letters behind that no Vietnamese name has', () => {
    expect([foreignLetter('Nguyễn Văn An'), foreignLetter('NguyÔn V¨n An'), foreignLetter('Ðinh')]).toEqual([undefined, '¨', 'Ð'])
  })
})

/** The alphabet as the old fonts have it, from the tables as they were published. */
function written(encoding: 'tcvn3' | 'vni'): string[] {
  if (encoding === 'tcvn3') return Array.from('¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ')
  return (
    'aê aâ eâ oâ ô ö ñ aø aû aõ aù aï aè aú aü aé aë aà aå aã aá aä eø eû eõ eù eï eà eå eã eá eä ì æ ó í ò ' +
    'oø oû oõ où oï oà oå oã oá oä ôø ôû ôõ ôù ôï uø uû uõ uù uï öø öû öõ öù öï yø yû yõ yù î'
  ).split(' ')
}
