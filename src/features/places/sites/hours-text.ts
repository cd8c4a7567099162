/** A site's hours of one day as they are typed: `10-13, 14-18.30`. */
export function hoursText(hours: readonly { opens: string; closes: string }[]): string {
  return hours.map(hoursShort).join(', ')
}

/** One stretch of hours: `10–13`. */
export function hoursShort({ opens, closes }: { opens: string; closes: string }): string {
  return `${short(opens)}–${short(closes)}`
}

/** `10:00` is typed as `10`. */
function short(time: string): string {
  return time
    .slice(0, 5)
    .replace(/^0(?=\d)/, '')
    .replace(/:00$/, '')
    .replace(':', '.')
}

/** Reads typed hours. A time that cannot be read is left as it is, for the schema to refuse. */
export function readHoursText(text: string): { opens: string; closes: string }[] {
  return text
    .split(/[,;]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [opens = '', closes = ''] = part.split(/[-–—]/)
      return { opens: clockTime(opens), closes: clockTime(closes) }
    })
}

function clockTime(text: string): string {
  const match = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(text)
  return match === null ? text.trim() : `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`
}
