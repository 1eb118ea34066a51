import { describe, expect, it } from 'vitest'
import { tableFromText } from './clipboard.ts'

describe('a table copied as text', () => {
  it('has its rows and cells, empty ones too', () => {
    expect(tableFromText('TT\tNhiệm vụ\tHạn\r\n1\tTuyên truyền\t10/6/2022\r\n2\t\t\r\n')).toEqual([
      ['TT', 'Nhiệm vụ', 'Hạn'],
      ['1', 'Tuyên truyền', '10/6/2022'],
      ['2', '', ''],
    ])
  })

  it('keeps line ends and quotes within a cell, as Excel writes them', () => {
    expect(tableFromText('"Phòng Kinh tế\nPhòng Nội chính"\t"Phong trào ""Toàn dân"""\tx')).toEqual([
      ['Phòng Kinh tế\nPhòng Nội chính', 'Phong trào "Toàn dân"', 'x'],
    ])
    expect(tableFromText('"Toàn dân" đoàn kết\tx')).toEqual([['"Toàn dân" đoàn kết', 'x']])
  })

  it('of one column is one task to a line; a few words are no table', () => {
    expect(tableFromText('Việc một\nViệc hai')).toEqual([['Việc một'], ['Việc hai']])
    expect(tableFromText('Việc một\n')).toBeNull()
  })
})
