import type { Locale } from '../locale.ts'

/** What people say yes to, apart from the other messages: operations store the words as they are. */
const da = {
  'people.consent.mentor':
    'Ja, biblioteket må gemme og bruge mine oplysninger til at finde en mentee til mig. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.mentee':
    'Ja, biblioteket må gemme og bruge mine oplysninger til at finde en mentor til mig. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.sharing':
    'Ja, biblioteket må dele mine oplysninger med en anden kommune, hvis den kan finde et bedre match til mig. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.photo':
    'Ja, biblioteket må tage billeder af mig og bruge dem til at fortælle om projektet. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.story':
    'Ja, biblioteket må bruge min fortælling som tekst. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.exhibition':
    'Ja, biblioteket må vise mit billede og min fortælling på en udstilling. Jeg kan altid trække mit samtykke tilbage.',
  'people.consent.press':
    'Ja, biblioteket må give mit navn, mit billede og min fortælling til aviser, radio og tv. Jeg kan altid trække mit samtykke tilbage.',
} as const

type Consents = Record<keyof typeof da, string>

const en = {
  'people.consent.mentor':
    'Yes, the library may keep and use my details to find a mentee for me. I can withdraw my consent at any time.',
  'people.consent.mentee':
    'Yes, the library may keep and use my details to find a mentor for me. I can withdraw my consent at any time.',
  'people.consent.sharing':
    'Yes, the library may share my details with another municipality if it can find a better match for me. I can withdraw my consent at any time.',
  'people.consent.photo':
    'Yes, the library may take photos of me and use them to tell about the project. I can withdraw my consent at any time.',
  'people.consent.story':
    'Yes, the library may use my story as a text. I can withdraw my consent at any time.',
  'people.consent.exhibition':
    'Yes, the library may show my photo and my story in an exhibition. I can withdraw my consent at any time.',
  'people.consent.press':
    'Yes, the library may give my name, my photo and my story to newspapers, radio and television. I can withdraw my consent at any time.',
} satisfies Consents

const ar = {
  'people.consent.mentor':
    'نعم، يجوز للمكتبة أن تحفظ معلوماتي وتستخدمها حتى تجد لي شخصًا أرشده. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.mentee':
    'نعم، يجوز للمكتبة أن تحفظ معلوماتي وتستخدمها حتى تجد لي مرشدًا متطوّعًا. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.sharing':
    'نعم، يجوز للمكتبة أن تشارك معلوماتي مع بلدية أخرى إذا أمكنها أن تجد لي ثنائيًا أنسب. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.photo':
    'نعم، يجوز للمكتبة أن تصوّرني وتستخدم الصور للحديث عن المشروع. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.story':
    'نعم، يجوز للمكتبة أن تستخدم قصتي نصًّا مكتوبًا. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.exhibition':
    'نعم، يجوز للمكتبة أن تعرض صورتي وقصتي في معرض. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.press':
    'نعم، يجوز للمكتبة أن تعطي اسمي وصورتي وقصتي للصحف والإذاعة والتلفزيون. يمكنني سحب موافقتي في أي وقت.',
} satisfies Consents

export const consents = { da, en, ar } satisfies Record<Locale, Consents>
