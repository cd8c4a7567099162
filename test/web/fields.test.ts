import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  BirthYear,
  ClockTime,
  Email,
  Id,
  Instant,
  LanguageTag,
  MunicipalityCode,
  PersonName,
  Phone,
  PlainDate,
  Text,
} from '../../src/web/fields.ts'
import { fieldProblems, many, numberOrText, one, pointerTo, ticked } from '../../src/web/form.ts'
import { localPath, safeUrl } from '../../src/web/html.ts'

/** The parsed value, or the code of its error. */
function read(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  return result.success ? String(result.data) : [fieldProblems(result.error)[0]?.code]
}

describe('a phone number', () => {
  test.each([
    ['12345678', '+4512345678'],
    ['12 34 56 78', '+4512345678'],
    ['(12) 34.56-78', '+4512345678'],
    ['+45 12 34 56 78', '+4512345678'],
    ['0045 12345678', '+4512345678'],
    ['+380 44 123 4567', '+380441234567'],
    ['+1234567', '+1234567'],
    ['1234567', ['phone']],
    ['+123456', ['phone']],
    ['+1234567890123456', ['phone']],
    ['ring til mig', ['phone']],
    ['12345678\u0000', ['phone']],
    ['١٢٣٤٥٦٧٨', ['phone']],
    ['1'.repeat(41), ['phone']],
    ['010190-1234', ['phone']],
    ['', ['phone']],
  ])('%j is %j', (given, kept) => {
    expect(read(Phone, given)).toEqual(kept)
  })
})

describe('an address for mail', () => {
  test.each([
    ['amal@example.dk', 'amal@example.dk'],
    [' Amal.N+makker@mail.example.dk ', 'Amal.N+makker@mail.example.dk'],
    ["o'neil@example.co.uk", "o'neil@example.co.uk"],
    ['amal', ['email']],
    ['amal@localhost', ['email']],
    ['Amal <amal@example.dk>', ['email']],
    ['a@example.dk, b@example.dk', ['email']],
    ['a@example.dk\nbcc:b@example.dk', ['email']],
    ['å@example.dk', ['email']],
    ['a@-example.dk', ['email']],
    ['a@example..dk', ['email']],
    [`a@${'b'.repeat(250)}.dk`, ['tooLong']],
    ['', ['required']],
    [undefined, ['required']],
    [7, ['invalid']],
  ])('%j is %j', (given, kept) => {
    expect(read(Email, given)).toEqual(kept)
  })
})

describe('a language', () => {
  test.each([
    ['ar', 'ar'],
    ['AR', 'ar'],
    ['iw', 'he'],
    ['prs', 'fa-AF'],
    ['fa-AF', 'fa-AF'],
    ['ti', 'ti'],
    ['zh-hant', 'zh-Hant'],
    ['xx', ['language']],
    ['dansk', ['language']],
    ['', ['language']],
    ['ar'.repeat(20), ['language']],
    ['a\u0000r', ['language']],
  ])('%j is %j', (given, kept) => {
    expect(read(LanguageTag, given)).toEqual(kept)
  })
})

describe('a name or another line', () => {
  test.each([
    [' Amal Nasser ', 'Amal Nasser'],
    ['Å', 'Å'],
    ['A\u030a', 'Å'],
    ['\u200fأمل\u200e', 'أمل'],
    ['ትግርኛ', 'ትግርኛ'],
    ['👩‍👧', '👩‍👧'],
    ['Ole\tBo', 'Ole Bo'],
    ['Ole\nBcc: evil@example.com', 'Ole Bcc: evil@example.com'],
    ['Ole\u2028Bo', 'Ole Bo'],
    ['Ole\rBo', ['characters']],
    ['Ole\u0000', ['characters']],
    ['Ole\u001b[31m', ['characters']],
    ['Ole\u202egnp.exe', ['characters']],
    ['Ole\u2066', ['characters']],
    ['Ole\ud800', ['characters']],
    ['\udc00', ['characters']],
    ['Ole\uffff', ['characters']],
    ['   ', ['required']],
    ['\u200e', ['required']],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), ['tooLong']],
    [null, ['invalid']],
    [['Ole'], ['invalid']],
  ])('%j is %j', (given, kept) => {
    expect(read(PersonName, given)).toEqual(kept)
  })

  test.each([
    '010190-1234',
    '010190 1234',
    '0101901234',
    'Mit nummer er 311299-9999, ring til mig',
    '290200-0000',
    'cpr:150785-4321.',
  ])('is refused with a CPR number: %j', (given) => {
    expect(read(Text(280), given)).toEqual(['cpr'])
  })

  test.each([
    '12345678',
    '320190-1234',
    '011390-1234',
    '10101901234',
    '01019012345',
    'kl. 10-12',
    '2026-11-25',
  ])('may contain other numbers: %j', (given) => {
    expect(read(Text(280), given)).toBe(given)
  })
})

describe('times', () => {
  test.each([
    [ClockTime, '09:15', '09:15'],
    [ClockTime, '24:00', '24:00'],
    [ClockTime, '24:15', ['time']],
    [ClockTime, '09:10', ['time']],
    [ClockTime, '9:15', ['time']],
    [PlainDate, '2026-02-28', '2026-02-28'],
    [PlainDate, '2026-02-29', ['date']],
    [PlainDate, '0000-01-01', ['date']],
    [PlainDate, '1899-12-31', ['date']],
    [PlainDate, '2200-01-01', ['date']],
    [PlainDate, '2026-02-28T00:00Z', ['date']],
    [PlainDate, '-271821-04-20', ['date']],
    [Instant, '2026-12-01T17:00:00+01:00', '2026-12-01T16:00:00Z'],
    [Instant, '2026-12-01T17:00+01:00', '2026-12-01T16:00:00Z'],
    [Instant, '2026-12-01T17:00:00', ['time']],
    [Instant, '2026-12-01', ['time']],
    [Instant, '0000-01-01T00:00:00Z', ['time']],
    [Instant, '+275760-09-13T00:00:00Z', ['time']],
    [Instant, 'x'.repeat(10_000), ['time']],
    [Instant, undefined, ['required']],
  ] as const)('%# %j is %j', (schema, given, kept) => {
    expect(read(schema, given)).toEqual(kept)
  })
})

describe('numbers and codes', () => {
  test.each([
    [BirthYear, 1990, '1990'],
    [BirthYear, 1899, ['tooEarly']],
    [BirthYear, 2101, ['tooLate']],
    [BirthYear, 1990.5, ['invalid']],
    [BirthYear, '1990', ['invalid']],
    [BirthYear, Number.NaN, ['invalid']],
    [MunicipalityCode, '0461', '0461'],
    [MunicipalityCode, 461, ['required']],
    [MunicipalityCode, '461', ['choice']],
    [MunicipalityCode, '٠٤٦١', ['choice']],
    [Id, '0190f5fe-7c00-7a00-8000-000000000001', '0190f5fe-7c00-7a00-8000-000000000001'],
    [Id, "' or 1=1", ['invalid']],
    [Id, 7, ['invalid']],
  ] as const)('%# %j is %j', (schema, given, kept) => {
    expect(read(schema, given)).toEqual(kept)
  })
})

describe('reading forms', () => {
  const body = {
    name: ' Amal ',
    empty: '  ',
    twice: ['a', 'b'],
    none: [],
    box: 'on',
    number: '-12',
  }
  test('an empty field is absent, and the first of two counts', () => {
    expect(['name', 'empty', 'twice', 'none', 'missing'].map((name) => one(body, name))).toEqual([
      'Amal',
      undefined,
      'a',
      undefined,
      undefined,
    ])
  })
  test('a group has all checked values', () => {
    expect([many(body, 'twice'), many(body, 'box'), many(body, 'missing')]).toEqual([
      ['a', 'b'],
      ['on'],
      [],
    ])
    expect([ticked(body, 'box'), ticked(body, 'empty'), ticked(body, 'missing')]).toEqual([
      true,
      false,
      false,
    ])
  })
  test.each([
    ['-12', -12],
    ['007', 7],
    ['1.5', '1.5'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['9'.repeat(16), '9'.repeat(16)],
    ['', undefined],
  ])('%j becomes %j', (given, kept) => {
    expect(numberOrText({ number: given }, 'number')).toBe(kept)
  })
  test('a pointer escapes ~ and /', () => {
    expect(pointerTo(['languages', 0, 'a/b~c'])).toBe('/languages/0/a~1b~0c')
    expect(pointerTo([])).toBe('')
  })
})

describe('a link target', () => {
  const outside = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    ' /people',
    'people',
    '/people"onclick=alert(1)',
    '/<script>',
    '',
  ]
  test.each(outside)('%j leads to the front page', (target) => {
    expect(safeUrl(target)).toBe('/')
    expect(localPath(target)).toBe('/')
  })
  test.each(['/', '/people', '/people?role=mentor&state=ready', '/meetings/0190f5fe-7c00'])(
    '%j leads there',
    (target) => {
      expect(safeUrl(target)).toBe(target)
      expect(localPath(target)).toBe(target)
    },
  )
  test.each(['/%2f%2fevil.example', '/..//evil.example', '/a//b', '/@evil.example'])(
    'after signing in, %j leads to the front page',
    (target) => {
      expect(localPath(target)).toBe('/')
    },
  )
})

// A text too long for a day was compared with a day, and answered 500.
test.each([
  [PlainDate, '2026-01-01', 'date'],
  [Instant, '2026-01-01T00:00Z', 'time'],
])('a text too long for a moment is refused', (field, valid, code) => {
  const Period = z
    .object({ from: field, to: field })
    .refine(({ from, to }) => from.equals(to as never), { path: ['to'], error: 'interval' })
  const { error } = Period.safeParse({ from: valid, to: 'x'.repeat(65) })
  expect(error?.issues.map(({ message }) => message)).toContain(code)
})
