import { ok, type Result, refuse } from '#domain/kit/result.ts'

/**
 * A lost answer makes the browser send again: what is there already is the answer. An id that names something in
 * another place is no repetition, and tells nothing about what it names.
 */
export function answerAgain<Value>(sentBefore: Value, isSamePlace: boolean): Result<Value, 'input.id-taken'> {
  return isSamePlace ? ok(sentBefore) : refuse('input.id-taken')
}
