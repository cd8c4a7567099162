import type { MeetingPlace } from '../../../db/types.ts'
import { html, type SafeHtml } from '../../../web/html.ts'

/** Where a meeting is; online, a link that a phone follows. */
export function venueLink({ place, venue }: { place: MeetingPlace; venue: string }): SafeHtml {
  return place === 'online'
    ? html`<a href="${venue}"><bdi>${venue}</bdi></a>`
    : html`<bdi lang="da">${venue}</bdi>`
}
