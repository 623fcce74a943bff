import type { QuestionLanguage } from './language.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Folded words that never say what a question is about. */
export const FOREIGN: Record<Exclude<QuestionLanguage, 'it'>, ReadonlySet<string>> = {
  en: words(`
    a about actually after all already also am an and any anyone are as at be because been before being but by can cant
    could couldn dear did didn do does doesn don done dont every for from get getting give go going good got guys had has
    hasn have haven having he hello help her here hey hi him his how i if im in into is isn it its ive just know ll like
    looking make may maybe me might more mr mrs much must my myself need new next no not now of off on one only or our
    out over own please possible re really right s same say says see she should since so some someone something still
    such sure take tell than thank thanks that the their them then there these they thing things think this those
    through till to told too tried try trying two until up us ve very want wanted was wasn way we well were what when
    where whether which while who why will with without won work would wouldn yes yet you your t m d n italy italian
    week weeks day days month months year years today tomorrow yesterday people person long many happens happen
  `),
  es: words(`
    a al algo algun alguien ahora ante aqui asi aun bien buenas buenos cada casi como con cual cuales cuando de debe debo
    del desde dias donde dos el ella ellos en entre era es esa ese eso esta estan estar este esto estoy fue gracias ha
    hace hacer hago han hasta hay he hola italia italiano italiana la las le les lo los mas me mi mis mucho muy nada ni
    no nos nosotros o para pero poder podria por porque posible pues puede puedo que quien quiero quisiera saber se ser
    si sin sobre solo son soy su sus tambien tanto te tener tengo tiene tienen todo toda todos tu un una uno unos usted
    ustedes va voy y ya yo necesito favor poner tardes ayuda ayudar sea algun
  `),
  fr: words(`
    a afin ai alors apres as au aussi autre aux avec avez avoir avons beaucoup bien bonjour bonsoir c ca car ce cela ces
    cet cette chez ci comme comment d dans de deja depuis des dois doit donc du elle elles en encore est et etait ete
    etes etre eu fait faire faites faut il ils j je jour jours l la le les leur leurs lui m ma mais me meme merci mes moi
    mon n ne ni nos notre nous on ont ou par pas pendant peu peut peux plait plus pour pourquoi pouvez pouvoir puis qu
    quand que quel quelle quelles quels qui quoi s sa sans se ses si sil soit son sont suis sur svp t ta te tes toi ton
    tous tout toute tres tu un une va vais vers veux voici voudrais vos votre vous y italie italien italienne aide aider
  `),
  ro: words(`
    a acest acesta aceasta acum ai al ale alt am ar are as asa asta ati au avea avem avut bine buna ca cat catre ce cei cel
    cele ceva chiar cine cu cum cand d da daca dar de deci decat deja din dintre doar doi doua dumneavoastra ei el ele este
    eu fac face facut fara fi fie fiu foarte fost i ia iar ii il imi in inca insa intr isi italia italian italiana iti
    l la le li lor lui m ma mai mea mei mele mereu meu mi multumesc mult ne nici niste noi nostru nu o ori pana pe pentru
    poate pot putea putem rog sa sau se si sint spune stiu sub sunt sus te toate tot toti tu un una unde unei unui unul
    va vi voi vor vreau vrea ziua zile zi trebuie avand cineva ajutor ajuta ajutati cumva
  `),
};
