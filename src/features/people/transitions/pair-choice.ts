import type { PublicTranslate } from '../../../locales/translate.ts'
import { type FormState, radioGroup } from '../../../web/form-parts.ts'
import type { SafeHtml } from '../../../web/html.ts'
import { PairChoice } from '../schema.ts'

/** Asks what becomes of a person's pair; it pauses unless somebody chooses that it ends. */
export function pairChoice(t: PublicTranslate, state: FormState, id?: string): SafeHtml {
  const values = { pair: 'paused', ...state.values }
  return radioGroup(
    t,
    { ...state, values },
    {
      name: 'pair',
      ...(id === undefined ? {} : { id }),
      label: t('pair.question'),
      choices: PairChoice.options.map((value) => ({ value, label: t(`pair.${value}`) })),
    },
  )
}
