import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openPackage } from './package.ts'
import { readDocx } from './read-docx.ts'

const reason = (bytes: Uint8Array) => {
  const opened = readDocx(bytes)
  return opened.ok ? 'read' : opened.details['reason']
}

test('a picture is no Word document', () => {
  expect(reason(strToU8('\u0089PNG....'))).toBe('Tệp không phải là văn bản Word (.docx).')
})

test('an old .doc is told to be saved anew', () => {
  expect(reason(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('.doc đời cũ')
})

test('a spreadsheet is a zip, but no Word document', () => {
  expect(reason(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toContain('không chứa văn bản Word')
})

test('a file cut short is damaged', () => {
  const whole = zipSync({ 'word/document.xml': strToU8('<document/>') })
  expect(reason(whole.subarray(0, whole.length - 30))).toContain('Tệp hỏng')
})

test('a file that swells is given up', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(100_000)
  expect(reason(bomb)).toContain('phồng lên quá lớn')
})

test('a swelling file that lies about its size is given up all the same', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 })
  const view = new DataView(bomb.buffer, bomb.byteOffset)
  const directory = bomb.length - 22 - 46 - 'word/document.xml'.length
  view.setUint32(directory + 24, 10, true)
  expect(reason(bomb)).toContain('phồng lên quá lớn')
})

test('an oversized file is not even opened', () => {
  expect(openPackage(new Uint8Array(31_000_000)).ok).toBe(false)
})

test('entities that multiply are refused with the file', () => {
  const text = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><document><body><p><r><t>&a;</t></r></p></body></document>'
  expect(reason(zipSync({ 'word/document.xml': strToU8(text) }))).toContain('bị hỏng')
})

test('endless nesting is refused with the file', () => {
  const deep = `<document><body>${'<tbl><tr><tc>'.repeat(5_000)}`
  expect(reason(zipSync({ 'word/document.xml': strToU8(deep) }))).toContain('bị hỏng')
})
