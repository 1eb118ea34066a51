import { z } from 'zod'
import { ownSubjects } from '#domain/title/own-honour.ts'
import { honours } from '#domain/title/rule-book.ts'

/** A title of a province's own, by whom it is for, its province and its code. */
export const ownHonourField = z.templateLiteral(['own.', z.enum(ownSubjects), '.', z.string().min(1).max(60)])

/** A title of the law or of a province's own. */
export const honourField = z.union([z.enum(honours), ownHonourField], { error: 'Danh hiệu: chưa chọn' })
