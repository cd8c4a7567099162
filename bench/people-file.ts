const firstNames =
  'Mette Søren Åse Ida Bo Karen Jens Zoe Øjvind Maria Peter Anne Lars Hanne Ole Fatima Ahmad Olena Yusuf Amina'
const lastNames =
  'Jensen Nielsen Hansen Ågård Sørensen Winther Nasser Haddad Karimi Tesfay Møller Kjær Skov Madsen Østergaard Juhl Noori Petrenko'

/** A file as Danish Excel writes it: both roles, and the usual columns. */
export function peopleFile(rows: number): Buffer {
  const pick = (words: string, at: number) => {
    const all = words.split(' ')
    return all[at % all.length]!
  }
  const header =
    'Rolle;Navn;E-mail;Telefon;Kommune;Køn;Fødselsår;Sprog;Tilbud/Behov;Tider;Kapacitet;Status'
  const lines = Array.from({ length: rows }, (_, at) => {
    const isMentor = at % 2 === 0
    return [
      isMentor ? 'Frivillig' : 'Flygtning',
      `${pick(firstNames, at)} ${pick(lastNames, Math.floor(at / 20))} ${at}`,
      `person${at}@example.dk`,
      String(20_000_000 + at),
      'Odense',
      at % 3 === 0 ? 'Mand' : 'Kvinde',
      String(1940 + (at % 60)),
      isMentor ? 'dansk (modersmål), engelsk B2' : 'arabisk (modersmål), dansk A2',
      isMentor ? 'dansk, it' : 'dansk (3), job',
      'tirsdag 17-19, torsdag 16.30-18',
      isMentor ? '2,0' : '',
      at % 4 === 0 ? 'Klar' : 'Tilmeldt',
    ].join(';')
  })
  return Buffer.from(`\ufeff${[header, ...lines].join('\r\n')}\r\n`)
}
