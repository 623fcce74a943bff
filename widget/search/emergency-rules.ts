import type { CONTEXT_WORDS } from './emergency-context.ts';
import type { DANGER_WORDS } from './emergency-words.ts';

export type EmergencyKind = 'health' | 'self-harm' | 'violence' | 'danger' | 'fire' | 'gas' | 'poison';
export type Idea = keyof typeof DANGER_WORDS | keyof typeof CONTEXT_WORDS;
/** An idea, or that it is not so. */
export type Term = Idea | `-${Idea}`;

/**
 * Which ideas, within a few words of each other and in any order, tell of danger, and how surely: 4 points whatever
 * stands around it, 3 a sign, 2 a name, 1 a hint that needs a cry or the present beside it. `-` before an idea: not so
 * («non respira»); `a|b`: either; an idea twice: two words of it.
 */
export const RULES: Record<EmergencyKind, Partial<Record<1 | 2 | 3 | 4, string>>> = {
  health: {
    4: `-breathe
      hard breathe
      lack air
      stop breathe
      -wake
      child|floor|fall -respond
      face|fall -talk
      faint
      floor -move|-talk|-respond
      child -move
      -feel|-move|odd limb
      -feel|-pulse pulse
      face odd
      slurred talk
      heart pain
      blood much
      blood|-blood -stop
      heart stop
      sign blood
      blood head|pregnant|throat|fall|wound
      throat closing|object
      allergy|sting closing
      face|child|choke blue
      choke child|kin|me|object|throat
      fit now|child|sign|face
      dying
      birth now|vehicle|help|pregnant
      pregnant fall
      fall height
      fall head sign|blood
      crash wound|stuck|blood|-move
      wound limb|blood much|now|child
      tool wound|blood|limb
      hot wound|child|face
      fever sign fit
      sign sign sign`,
    3: `kin -respond
      sign breathe
      -see sign
      hard breathe
      limb wound
      water -move
      pain sign limb
      stroke
      kin -talk sudden|now
      birth
      choke
      sweat cold
      fall edge
      fall kin|child
      sign sign
      stroke now
      head wound
      heat
      sting|bite sign|limb
      diabetic low|sign
      -see now|sudden
      blood
      ambulance call|help
      allergy sting
      shock floor
      floor kin`,
    2: `ambulance
      emergency
      hard air
      slurred
      sign now
      wound kin|child
      fit
      -move|-respond now`,
    1: `pain much|sudden
      sign
      fall
      wound
      crash
      floor`,
  },
  'self-harm': {
    4: `suicide
      want die
      -live want|tired|bear
      tired live
      jump edge oneself
      cutSelf cutSelf oneself
      pill all took
      pill ready
      rope ready
      gone now|want|die`,
    3: `goodbye die|edge
      goodbye ready all
      jump edge
      cutSelf oneself now
      -bear die|goodbye|hopeless
      cutSelf lock
      rope die`,
    2: `-bear now
      -live
      goodbye goodbye`,
    1: `-bear
      hopeless
      die
      goodbye`,
  },
  violence: {
    4: `beat me
      rape me|kin|child
      kill me|kin threat|want|fear|now
      threat weapon|kill
      weapon partner
      lock partner|room fear|threat|beat|weapon
      -let exit
      hide partner|stranger|lock
      near -talk
      partner wreck drunk|child
      scream beat`,
    3: `beat kin|child|partner
      near partner call|help|fear
      fear partner|kill
      fear comeBack
      scream partner|kin
      follow me
      threat me|partner partner
      lock me room
      wreck drunk
      call police
      police help`,
    2: `weapon
      beat
      rape
      hide
      threat me`,
    1: `scream
      kill`,
  },
  gas: {
    4: `smell gas
      gas leak
      eggs
      monoxide alarm|sign|faint|head
      stove sign|faint|-wake
      stove smell
      gas alarm`,
    3: `gas sign`,
    2: `monoxide`,
    1: `gas`,
  },
  fire: {
    4: `flames place
      flames help|now|find
      smoke much
      explode place`,
    3: `smoke place
      flames stuck
      explode wound`,
    2: `flames
      explode
      smoke kin`,
    1: `smoke`,
  },
  poison: {
    4: `swallow poison
      child pill swallow|took
      child took poison
      poison sign|face
      mix poison
      swallow object child|throat`,
    3: `poisoned
      swallow pill|object
      pill took sign`,
    2: `bite`,
    1: `poison
      swallow`,
  },
  danger: {
    4: `thief indoors|now|help|weapon
      stranger weapon
      stranger indoors force
      stranger indoors now
      stuck trap
      drown water
      drown kin|child|now
      water -find|-comeBack
      vehicle water water|edge
      fall water
      rise water
      capsize boat
      collapse under
      collapse stuck|wound|kin|now
      lost child now|crowd
      -find child
      hang height
      dog attack
      shoot now|street|place
      robbery now|street|child
      bomb place|street|now
      follow street|stranger
      shock floor|child
      frail lost`,
    3: `crash now|help|vehicle
      crash kin
      robbery
      shoot
      drown
      stuck under
      collapse now
      force force
      force indoors now|me
      lost child`,
    2: `bomb
      stranger room`,
    1: `stuck
      lost kin
      collapse
      shock`,
  },
};

/** What is said of money, of offices or in fun, whatever the words: it takes the place of a danger. */
export const AGAINST = `-respond|-move|-breathe telephone|office|money
      money|talk kill|choke|beat|robbery|shoot|dying|stroke|bomb|faint|poisoned
      laugh dying|die|choke|faint|kill`;
