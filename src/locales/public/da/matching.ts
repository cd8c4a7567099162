export const matching = {
  'matching.level.native': 'modersmål',
  'matching.hours':
    '.input {$hours :number maximumFractionDigits=1} .match $hours one {{{$hours} time}} * {{{$hours} timer}}',
  'matching.remark.topics-all':
    '{$mentor} kan hjælpe med alt det, {$mentee} har bedt om: {$topics}.',
  'matching.remark.topics-some': '{$mentor} kan hjælpe med {$topics}.',
  'matching.remark.topics-missing': '{$mentor} kan ikke hjælpe med {$topics}.',
  'matching.remark.topics-unnamed': '{$mentee} har ikke sagt, hvad hjælpen skal handle om.',
  'matching.remark.talk':
    'De kan tale {$language} sammen ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}).',
  'matching.remark.interpreter': 'De har brug for en tolk.',
  'matching.remark.practice': '{$mentee} vil gerne øve dansk, og {$mentor} taler det godt.',
  'matching.remark.practice-missing':
    '{$mentee} vil gerne øve dansk, og det kan {$mentor} for lidt af.',
  'matching.remark.time': 'De har {$hours} til fælles om ugen: {$pieces}.',
  'matching.remark.time-short': 'De har kun {$hours} til fælles om ugen: {$pieces}.',
  'matching.remark.time-none': 'De har ingen tid til fælles.',
  'matching.remark.waiting':
    '.input {$days :integer} .match $days one {{{$mentee} har ventet i {$days} dag.}} * {{{$mentee} har ventet i {$days} dage.}}',
  'matching.remark.close': 'De bor i samme kommune eller tæt på hinanden.',
  'matching.remark.near': 'De bor omkring {$km} km fra hinanden.',
  'matching.remark.far': 'De bor omkring {$km} km fra hinanden.',
  'matching.remark.online': 'De må mødes online; de bor omkring {$km} km fra hinanden.',
  'matching.remark.interests': 'De er begge optaget af {$interests}.',
  'matching.remark.interests-unknown': 'Vi kender ikke til fælles interesser.',
  'matching.remark.wish-met-gender': 'Ønsket fra {$who} om den andens køn er opfyldt.',
  'matching.remark.wish-met-age': 'Ønsket fra {$who} om den andens alder er opfyldt.',
  'matching.remark.wish-unmet-gender': 'Ønsket fra {$who} om den andens køn er ikke opfyldt.',
  'matching.remark.wish-unmet-age': 'Ønsket fra {$who} om den andens alder er ikke opfyldt.',
} as const
