/**
 * Vietnamese is written in syllables from a closed list of sounds: few words of other languages, and none that a broken
 * font map makes, pass for one. So a text can be told from rubbish without a dictionary.
 */
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ue uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu yn ynh yt'
  ).split(' '),
);
const SYLLABLE = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy][a-zăâêôơưđ]*)$/u;
const STOPPED = /(?:c|ch|p|t)$/u;
/** Sắc and nặng: the tones a syllable that ends in a stop may have. */
const STOP_TONES = /[\u0301\u0323]/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Could this word, in small letters, be a Vietnamese syllable? */
export function isSyllable(word: string): boolean {
  const apart = word.normalize('NFD');
  const tones = apart.match(TONES);
  if (tones && tones.length > 1) return false;
  const plain = apart.replace(TONES, '').normalize('NFC');
  const m = SYLLABLE.exec(plain);
  const rime = m?.[2];
  if (rime === undefined) return false;
  // "gì", "giếng": the i belongs to both.
  if (!RIMES.has(rime) && !(m?.[1] === 'gi' && RIMES.has(`i${rime}`))) return false;
  return !STOPPED.test(rime) || (tones !== null && STOP_TONES.test(tones[0] ?? ''));
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const LONGEST = 12;

/**
 * The share of the words of a text that are Vietnamese syllables, words in capitals (abbreviations) left aside; null
 * where there are no words.
 */
export function syllableShare(text: string): number | null {
  let words = 0;
  let good = 0;
  for (const [word] of text.matchAll(WORD)) {
    const low = word.toLowerCase();
    if (word.length > LONGEST || word.slice(1) !== low.slice(1)) continue;
    words++;
    if (isSyllable(low)) good++;
  }
  return words === 0 ? null : good / words;
}
