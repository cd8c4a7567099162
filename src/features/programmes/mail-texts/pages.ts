import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { isLetterLocale, type LetterLocale } from '../../../locales/locale.ts'
import { type Draft, isOwnTextKind, type OwnTextKind } from '../../../mail/message.ts'
import { previewMail } from '../../../mail/writing/preview.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { sendPage, submit } from '../../../web/pages.ts'
import { findOwnProgramme } from '../sql.ts'
import { SetMailText } from './schema.ts'
import { setMailText } from './set-mail-text.ts'
import { listMailTexts } from './sql.ts'
import { mailTextPage, mailTextsPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const form = formFields(forCoordinators, 'text', 'seen', 'do')

/** The paragraphs that a programme adds to its mails, each shown in an invented mail of the kind. */
export function mailTextPages(
  app: FastifyInstance,
  ctx: Context,
  samples: Readonly<Record<OwnTextKind, Draft>>,
): void {
  app.get('/programme/mail', forCoordinators, async (request, reply) => {
    const { texts } = await readTexts(request)
    return sendPage(reply, mailTextsPage(frameOf(request), texts))
  })

  app.get('/programme/mail/:kind/:locale', forCoordinators, async (request, reply) => {
    const { kind, locale } = whichText(request)
    const { texts } = await readTexts(request)
    const text = texts.find((one) => one.kind === kind && one.locale === locale)?.text
    return show(request, reply, { values: { text, seen: text ?? '' }, problems: [] })
  })

  app.post('/programme/mail/:kind/:locale', form, async (request, reply) => {
    const values = request.body as FormBody
    const given = { ...whichText(request), text: one(values, 'text'), seen: one(values, 'seen') }
    const isPreview = one(values, 'do') === 'preview'
    const problems = await submit(SetMailText, given, async (command) => {
      if (!isPreview)
        await setMailText(actingAs(ctx, request.actor), municipalityOf(request.actor), command)
    })
    if (problems !== undefined) return show(request, reply.code(422), { values, problems })
    if (isPreview) return show(request, reply, { values, problems: [] })
    return reply.redirect(request.url.split('?')[0]!, 303)
  })

  async function show(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const { kind, locale } = whichText(request)
    const { programme, texts } = await readTexts(request)
    const others = texts.filter((one) => one.kind === kind && one.locale !== locale)
    // A refused text is shown in its field, but in no mail.
    const text = state.problems.length > 0 ? undefined : one(state.values, 'text')
    const shown = text === undefined ? others : [...others, { locale, text }]
    const preview = previewMail(locale, samples[kind], { ...programme, texts: shown })
    return sendPage(reply, mailTextPage(frameOf(request), { kind, locale, preview }, state))
  }

  async function readTexts(request: FastifyRequest) {
    return transact(actingAs(ctx, request.actor), async (ctx) => {
      const programme = await findOwnProgramme(ctx.db, municipalityOf(request.actor))
      if (programme === undefined) throw new Problem('not-found')
      return { programme, texts: await listMailTexts(ctx.db, programme.id) }
    })
  }
}

function whichText(request: FastifyRequest): { kind: OwnTextKind; locale: LetterLocale } {
  const { kind, locale } = request.params as { kind: string; locale: string }
  if (!isOwnTextKind(kind) || !isLetterLocale(locale)) throw new Problem('not-found')
  return { kind, locale }
}
