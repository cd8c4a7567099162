import { describe, expect, test } from 'vitest'
import { validateHtml, validateMailHtml } from './html.ts'

const page = (main: string) => `<!doctype html>
<html lang="da" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <title>Bliv mentor</title>
    <link rel="stylesheet" href="/styles.css" />
  </head>
  <body><main><h1>Bliv mentor</h1>${main}</main></body>
</html>`

const form = (fields: string) =>
  `<form method="post">${fields}<button type="submit">Send</button></form>`

test.each([
  [
    'a form',
    form('<p><label for="a">Navn</label> <input id="a" name="name" type="text" required="" /></p>'),
  ],
  ['space where a value was empty', '<p>Amal   </p>   \n\n'],
  [
    'two rows of languages',
    form(
      '<label>Sprog <input name="language" type="text"></label><label>Sprog <input name="language" type="text"></label>',
    ),
  ],
])('lets %s pass', async (_, main) => {
  expect(await validateHtml(page(main))).toEqual([])
})

test.each([
  ['attr-quotes', '<p class=red>Hej</p>'],
  ['wcag/h37', '<p><img src="/a.png"></p>'],
  ['no-implicit-button-type', '<p><button>Send</button></p>'],
  [
    'wcag/h32',
    '<form method="post"><p><label>Navn <input name="n" type="text"></label></p></form>',
  ],
  ['input-missing-label', form('<p><input name="n" type="text"></p>')],
  ['no-dup-id', '<p id="a">a</p><p id="a">b</p>'],
  ['heading-level', '<h3>Sprunget over</h3>'],
  [
    'no-missing-references',
    form('<label>n <input name="n" type="text" aria-describedby="none"></label>'),
  ],
  ['element-permitted-content', '<ul><p>a</p></ul>'],
  ['no-raw-characters', '<p>Amal & Bo</p>'],
  ['no-inline-style', '<p style="color: red">a</p>'],
])('names %s', async (rule, main) => {
  expect((await validateHtml(page(main))).join('\n')).toContain(`${rule}: `)
})

describe('a part of a page and a mail', () => {
  test('a part needs no doctype', async () => {
    expect(await validateHtml('<section><h2>Forslag</h2></section>')).toEqual([])
  })

  test('a mail may carry its styles on the element', async () => {
    expect(await validateMailHtml(page('<p style="font-size: 16px">Hej</p>'))).toEqual([])
  })
})
