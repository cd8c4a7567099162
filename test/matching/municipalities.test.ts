import { describe, expect, it } from 'vitest'
import { placeOf, tenthsOfKm } from '../../src/matching/distance.ts'
import {
  MUNICIPALITY_CODES,
  municipalityCentre,
  municipalityName,
} from '../../src/matching/municipalities.ts'

const codes = new Map(MUNICIPALITY_CODES.map((code) => [municipalityName(code), code]))

function km(a: string, b: string): number {
  const [from, to] = [a, b].map((name) => {
    const municipality = codes.get(name)
    if (municipality === undefined) throw new RangeError(`There is no ${name}`)
    return placeOf({ coordinates: null, municipality })
  })
  return tenthsOfKm(from!, to!) / 10
}

/** Straight-line distances in km between centres, from a map of Denmark, with a margin. */
const known: [a: string, b: string, least: number, most: number][] = [
  ['København', 'Frederiksberg', 1, 4],
  ['København', 'Tårnby', 3, 8],
  ['Ishøj', 'Vallensbæk', 1, 4],
  ['Albertslund', 'Glostrup', 2, 5],
  ['Gentofte', 'Lyngby-Taarbæk', 2, 6],
  ['Ballerup', 'Herlev', 3, 7],
  ['Allerød', 'Hillerød', 5, 10],
  ['Hørsholm', 'Fredensborg', 5, 12],
  ['Roskilde', 'Lejre', 6, 12],
  ['Greve', 'Solrød', 5, 10],
  ['København', 'Helsingør', 35, 45],
  ['København', 'Roskilde', 28, 34],
  ['København', 'Køge', 31, 39],
  ['Slagelse', 'Sorø', 11, 16],
  ['Næstved', 'Vordingborg', 23, 30],
  ['Lolland', 'Guldborgsund', 20, 45],
  ['Odense', 'Kerteminde', 14, 21],
  ['Odense', 'Svendborg', 36, 43],
  ['Odense', 'Nyborg', 24, 30],
  ['Fredericia', 'Middelfart', 5, 10],
  ['Fredericia', 'Kolding', 17, 23],
  ['Kolding', 'Vejle', 22, 28],
  ['Esbjerg', 'Fanø', 2, 6],
  ['Esbjerg', 'Varde', 14, 20],
  ['Sønderborg', 'Aabenraa', 25, 33],
  ['Herning', 'Ikast-Brande', 9, 14],
  ['Holstebro', 'Struer', 13, 18],
  ['Skive', 'Morsø', 24, 32],
  ['Aarhus', 'Skanderborg', 19, 25],
  ['Aarhus', 'Odder', 17, 24],
  ['Aarhus', 'Randers', 32, 39],
  ['Silkeborg', 'Aarhus', 37, 44],
  ['Viborg', 'Skive', 23, 29],
  ['Aalborg', 'Brønderslev', 22, 28],
  ['Hjørring', 'Frederikshavn', 30, 37],
  ['København', 'Bornholm', 140, 155],
  ['København', 'Odense', 135, 146],
  ['København', 'Aarhus', 150, 163],
  ['Odense', 'Aarhus', 80, 90],
  ['Esbjerg', 'København', 250, 268],
  ['Aalborg', 'Aarhus', 95, 106],
  ['Tønder', 'Frederikshavn', 285, 305],
  ['Lemvig', 'Bornholm', 400, 450],
]

describe('the centres of the municipalities', () => {
  it.each(known)('%s and %s lie as far apart as on the map', (a, b, least, most) => {
    expect(km(a, b)).toBeGreaterThanOrEqual(least)
    expect(km(a, b)).toBeLessThanOrEqual(most)
  })

  it('lie in Denmark, no two in one place, each within reach of a neighbour', () => {
    expect(MUNICIPALITY_CODES).toHaveLength(98)
    for (const code of MUNICIPALITY_CODES) {
      const { latitude, longitude } = municipalityCentre(code)
      expect(latitude).toBeGreaterThan(54.5)
      expect(latitude).toBeLessThan(57.8)
      expect(longitude).toBeGreaterThan(8)
      expect(longitude).toBeLessThan(15.3)
      const others = MUNICIPALITY_CODES.filter((other) => other !== code)
      const nearest = Math.min(
        ...others.map((other) => km(municipalityName(code), municipalityName(other))),
      )
      expect(nearest, municipalityName(code)).toBeGreaterThan(1)
      // Bornholm has no neighbour; that of Læsø is across the water.
      if (municipalityName(code) !== 'Bornholm') expect(nearest).toBeLessThan(40)
    }
  })
})
