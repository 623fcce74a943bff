import type { EmergencyKind } from './emergency-rules.ts';
import { NOTHING, patterns } from './emergency-patterns.ts';

/** What stands beside the first lists: `now` and `signs` as there; `hints` need somebody, or a cry, or the present. */
export const MORE: Record<EmergencyKind, { now: RegExp; signs: RegExp; hints: RegExp }> = {
  health: {
    now: patterns(`
      (occhi|eyes|ochii) … (sbarrati|fissi|all indietro|rovesciat*|girati|rolled|glazed|peste cap)
      {not} … (sento|ha|trovo|c e|has|feel|are) … (polso|battito|pulse|puls)
      (mezza|meta|half) … (faccia|corpo|viso|face|body) …… (sent*|muov*|formicol*|bloccat*|addormentat*|paralizz*|giu|move|numb)
      (all improvviso|di colpo|improvvisamente|suddenly|brusc) …… ({not} (vede|parla|cammina|capisce|muove|sente|speak|see|walk)|caduto|crollat*|storto|storta)
      (qualcosa|boccone|cibo|osso|spina|something|food) … (gola|throat|traverso)
      (mano|dito|braccio|gamba|piede|testa|hand|arm) … (maciull*|spappol*|stritolat*|crushed|mozzat*)
      {not} … (respir*|breath*|reagi*|risponde piu|responde|reacciona|reactioneaz*|s arrevota|si riprende|se ripija|se ripiglia|si sveglia*|se sveja*|svegliarl*|svegliar*|wake|despierta|reveille|se trezeste)
      (accasci*|stramazzat*|crollat* a terra|collassat*)
      (respir*|breath*) (male|piano|appena|no|niente|basta|piu)
      (ne|nu mai|no) respir*
      (sveni*|svenut*|svien*|desmay*|lesinat*|evanoui*|faint*|collaps*|slumped*|passed out|unconscious|inconscient*|inconsciente)
      (pers*|perz*) … (senz|sensi|conoscenza|coscienza)
      (have|avoir|sta avendo|avendo|avuto adesso|having|hat) … (infarto|ictus|stroke|seizure|heart attack|avc|convuls*)
      (a facut|are|face) … (atac|infarct|avc|convulsii|criza)
      (atac|accident) (cerebral|vascular|de inima)
      (bava|schiuma) … bocca
      (bocca|faccia|viso|labbro|mouth|face|gura|boca|bouche) … (storta|torta|storto|cadente|pende|hanging|droop*|droopy|stramba|torcida|torcido)
      s e storta … bocca
      (droop*|slurr*|mumbl*|farfugli*|biascica*)
      (cose|parole|discorsi) senza senso
      {not} … (riconosce) … (me|mi|nessuno|piu)
      {not} (mi|ci|lo) riconosce
      {not} … (riesc*|riusc*|sent*|muov*|alz*|sollev*|move|feel) … (braccio|gamba|mano destra|mano sinistra|lato|parte destra|parte sinistra|arm|leg|side|le gambe|bratul|piciorul|brazo|pierna)
      (numb|addormentat*|formicol*) … (arm|side|braccio|lato)
      (sangue|sanguin*|blood|bleed*|sange|sanger*|sangra*|saign*) …… (ferm*|smett*|stop*|tanto|tantissimo|molto|troppo|forte|tare|mucho|beaucoup|loads|so much|everywhere|dappertutto|pozza|fiotti|fiumi|schizz*|opreste|parar*)
      {not} … (ferma*|smette*|stop) … (sangu*|bleed*|emorragia)
      (so much|lots of|covered in|too much|loads of) blood
      (bleeding|blood) … (wont|won t|not|doesn t|never) … stop*
      (miscarr*|sto abortendo|abort* … sangue)
      (choking|strangoz*|affoga*|soffoc*|sofoc*|s a inecat|se ineaca|se ahoga|etouff*|atragant*)
      (pallina|moneta|monetina|boccone|carne|caramella|nocciolina|oliva|lego|pezzo|wurstel|pila) …… (gola|traverso|soffoc*)
      (in|nella) gola …… (tossisc*|respira*|niente)
      (gola|throat|garganta|gat*|gorge) … (chiu*|gonfi*|clos*|swell*|stringe|cierra|umfla*)
      (lingua|labbra|faccia|viso|face|tongue|lips) … (gonfi*|swell*|swollen)
      (shock|choc) anafila*
      (anafila*|anaphyla*|epipen)
      (labbra|lips|viso|faccia|unghie|bambin*|e|sta|turning|going|e vanat|vanat) (diventando |diventat* )?(blu|viola|cianotic*|paonazz*|blue|nero|grigi*|vanat*|vineti|morado|azul|bleu)
      (grigi*|bianc*|pallid*|verde) (in|come|di) (faccia|viso|lenzuolo|morto|cencio)
      (doglie|acque rotte|rotte le acque|si sono rotte le acque|water broke|waters broke|contractions)
      (sta|e|stanno) … (nascendo|partorendo|uscendo)
      (bambin*|testa|baby) … (sta uscendo|uscendo|coming out)
      (naste|nasc*) … (acum|acasa|adesso|in casa)
      (sotia|moglie|she|wife|donna) … (naste acum|in labour|in labor|giving birth)
      (convuls*|seizure*|crisi epilettica|attacco epilettico|fitting|scosse|occhi girati|occhi rovesciati|trema tutt*)
      (cad*|casc*|vol*|precipit*|fell|fallen|cazut|caid*|tomb*) … (terrazz*|balcon*|tett*|finestra|quinto piano|piano|impalcatura|ponteggio|scala|scale|albero|pozzo|burrone|stairs|roof|window|ladder|bloc*|scari|escaleras|escalier)
      (cad*|casc*|fell|cazut|caido|caduto) … (non|nun|nn|nu|no|not|and) … (si alza|risponde|parla|muove|sveglia|respira|rialza|move|moving|responde|misca)
      (tagliat*|tajat*|amputat*|mozzat*|cut off|staccat*) … (dito|dita|mano|braccio|gamba|piede|finger|hand|arm|motosega|sega|vena)
      (motosega|flessibile|trattore|pressa) … (tagli*|taj*|mano|dito|gamba|schiacci*)
      (investit*|travolt*|hit by|run over|tamponat*|atropell*|renvers*|lovit) … (car|auto|macchina|moto|bus|autobus|camion|treno|tram|masina|coche|voiture|strada|adesso|ora|terra)
      (incidente|frontale|schianto|scontro|accident|crash|motorino contro|macchina contro|auto contro) …… (ferit*|incastrat*|morto|morti|sangue|muove|gravi*|injured|trapped|bambin*|ribaltat*|raniti|heridos|blesse*)
      (tirat*|pescat*) … (fuori|dall) … (piscina|acqua|mare|lago|fiume|pozzo)
      (scossa|folgorat*|fulminat*|corrente|electrocut*|curentat*) … (terra|incosciente|muove|morto|quadro|presa|staccat*)
      (infarto|ictus|aneurisma|emorragia|arresto cardiaco|overdose|stroke|heart attack|infarct|infarctus) (in corso|adesso|ora|subito|aiuto|now|acum|help|penso|credo|sospetto)
      (penso|credo|temo|sembra|think) …… (infarto|ictus|stroke|heart attack|avc|infarct)
      (preso|presa|fatto|fumato|sniffato|iniettat*) …… (roba|droga|eroina|cocaina|dose|pasticca) …… (male|sveglia|respira|bava|trema|reagisce|terra)
      (colpo di calore|insolazione|assiderat*|ipotermia|heatstroke)
      (pressione) … (220|200|210|230|240|altissima)
      (glicemia) … (lo|bassissima|30|40|20|hi|altissima)
      (febbre|fever|febra|fiebre|fievre) …… (40|41|42|convuls*|floppy|non si sveglia|trema|delira|rigid*|moscio|molle)
      (burning up|floppy|limp|letargic*)
      (neonat*|bambin*|bimb*|piccol*) …… (moscio|molle|non mangia e|fredd* e|non piange|cianotic*|dorme da troppo|non reagisce)
      (dying|muriendo|se moare|se meurt|meurt|sta morendo|sto morendo|sta a mori|sto a mori)(?! (dal|di|da|de) )
      (mi scoppia|martellata|fulmine|scoppio|peggiore) …… testa
      (mal di testa) …… (martellata|lampo|improvviso|fortissimo|gamba|braccio|vomit*|vedo|peggiore)
      {not} (vedo|vede|ci vedo|veo) (piu|niente|nulla|da un occhio)
      (spina|osso|frattura) (espost*|fuori)
      (ahogando|ahoga|se muere|se esta muriendo|drowning|inec*|se noie)
    `),
    signs: patterns(`
      {kin} …… {not} (mi |ci )?(risponde|reagisce|parla piu|connette|capisce piu|riesce a parlare)(?! (al|a|alle|ai) (telefono|mail|pec|messaggi|chiamate))
      (parla|parole|parlare|speech) … (impastat*|strascicat*|sconness*|slurred)
      (rigid*|gelid*|fredd*) … (non si muove|nun se move|come un morto)
      (non|nun|nn) si (muove|muovono)
      (dolor*|doare|durer*|mal|douleur|pain|hurts|male|fitta) …… (pecho|piept*|poitrine|chest|petto|torace|coeur|inima)
      (pecho|piept*|chest|petto|torace|core) …… (dolor*|doare|pain|hurts|tight*|pressure|stringe|schiaccia|peso|brucia|oppress*)
      (manca|manga|falta|missing) … (aria|aire|respiro|fiato)
      (affanno|dispnea|shortness of breath|short of breath|can t catch my breath|boccheggi*|ansima*|rantol*)
      (sudat*|sud*) … (fredd*|grigi*|bianc*)
      (terra|nterra|pavimento|floor|suelo) …… (non|nun|nn|muove|parla|risponde|sangue|sveglia|incosciente|sudat*|svenut*)
      (trovat*) … (a terra|per terra|riverso|incosciente|esanime|accasciat*)
      (battuto|sbattuto|picchiato|botta|hit|banged) … (testa|capo|head) …… (vomit*|dorm*|sangu*|confus*|sveglia|asleep|bleeding|svenut*)
      (testa|head) … (sangue|sangu*|bleed*|aperta|spaccata|rotta)
      (incinta|gravida|pregnant|incinta|insarcinata|embarazada|enceinte) …… (sangu*|perdite|dolor* fort*|cadere|cadut*|crampi|bleed*|non si muove)
      (vomit*) … (sangue|nero|blood|sange|continu* e)
      (paralizzat*|immobile|rigid* come|irrigidit*)
      (overdose|supradoza|sobredosis)
      (vipera|serpente|serpe|scorpione|medusa|calabron*|vespa|ape|api|snake) …… (mors*|punt*|gonfi*|gola|braccio|bit*|allerg*|male)
      (punt*|mors*) … (vipera|serpente|calabron*|vespa|ape|api|cane) …… (gonfi*|respir*|gola|sangu*|viso)
      (allergic reaction|reazione allergica|reactie alergica)
      (agonia|rianimazione|massaggio cardiaco|defibrillatore subito|rcp)
      (ust*|bruciat*|scottat*|burned|scald*) …… (acqua bollente|olio bollente|olio|fiamma|vapore|acido|faccia|viso|petto|bambin*|pelle)
      (acqua|olio|brodo) bollent* … (addosso|faccia|braccio|gamba|bambin*)
      (deglutir*|ingoiare) … (non|nun)
      {not} … (deglut*|inghiott*)
      (delira*|allucinazioni|confus* e|vaneggia*)
      (crampi) fort* … sangu*
    `),
    hints: patterns(`
      (dolore|dolori|dole|duole|doare|hurts|pain) … (fort*|tremend*|atroc*|insopportabil*|adesso|improvvis*|tare|bad|terribil*)
      (cadut*|casc*|cad*|scivolat*|fell|cazut)
      (vomita*|trema|tremando|tremor*|sbianca*|pallid*|sudat*|giramenti|gira tutto|gira la testa|ametesc|dizzy|vertigini|svenimento|confus*|brividi|mancamento|malore|sbandat*|debolissim*|stravolt*)
      (sangue|sanguin*|sange|sangre|sang|blood|ferit*|frattur*|rott[oa] … (braccio|gamba|polso|femore|testa))
      (febbre|fiebre|fievre|fever|febra)
      (gonfi*|allergi*|prurito in gola|orticaria)
      (svegli*|sveja*|wake|awake|asleep|risvegli*)
      (travaglio|parto|partor*|contrazion*|perdite)
      (male|malissimo|sick|ill|rau|mal|bad|poorly)
      (ingoi*|inghiott*|swallow*|inghitit|avale|trag*)
      (ambulanz*|ambulanta|ambulance|medico urgente|dottore urgente)
      (incidente|accident|schianto|crash|investit*)
      (a terra|per terra|nterra|in terra|on the floor)
      (respir*|breath*|fiato)
    `),
  },
  'self-harm': {
    now: patterns(`
      (voglio|vorrei|vojo|want to) … (smettere di (soffrire|esistere|vivere)|non svegliarmi|stop existing|be gone)
      (saluto|salutate|salutatemi|abbracciate|abbracciatemi) … (figli|mamma|tutti|famiglia) … (per sempre|ultima volta|per l ultima)
      (ultima volta|ultimo messaggio|ultima notte|last (message|night)) … (che mi|mia vita|mi sentite|mi vedete|alive)
      (no reason|nothing left|motivo|ragione|motivi) (to|per|di) (live|go on|living|continuare a vivere|stare al mondo|andare avanti)
      (can t|cant|cannot) go on (living|anymore|like this|any more)
      (faccio|fare|facciamo|farla|falla|fa|finisco|la finisco) (la )?(finita|tutto stasera|tutto stanotte)
      la faccio finita
      (mi|me|m) … (butto|buttare|butta|getto|lancio|sparo|ammazzo|ammazza|ammazza*|uccido|impicco|taglio|tajo|sveno|avveleno)(?! (di|de) (lavoro|fatica|studio|risate|debiti|tasse))
      (sto|stavo) tagliandomi
      mi sto (tagliando|facendo del male|uccidendo|ammazzando)
      (si|se) (butta|getta|lancia|vuole buttare|vole butta) … (giu|sotto|da|dal|dalla|di|de|nel|ponte|metro|treno|finestra|balcone)
      (corda|cappio|fucile|pistola|lametta|rasoio|razor|pills|pillole|pastiglie|gun|rope|coltello) …… (pront*|in mano|davanti|ready|in front|carica|vene|die|morire|polsi)
      (cavalcavia|ponte|viadotto|pod|bridge|puente|pont|cornicione|parapetto|binari|tetto) …… (butt*|salt*|giu|guardo|jump*|finita|vuoto|finire|sar|addio|sono seduto|lascio)
      (sono|sto|sunt|i m|im|am|on) … (cavalcavia|cornicione|parapetto|binari|viadotto|pe pod|sul ponte|sur ponte|the bridge|the ledge|the roof|pod)
      (end|ending) (it|it all|my life|everything|things)
      (kill|killing|hurt|hurting|harm|harming|cut|cutting|shoot|hang) (myself|himself|herself|themselves)
      (want|wants|wanna|going|gonna|ready|wish) … (die|dead|to be dead|not be here|disappear|sleep forever)
      {not} (want|wanna) … (live|be alive|be here|exist|wake up)
      (better off|world) without me
      (take|took|taken|taking) … (all|whole|bottle|too many|overdose) … (pills|tablets|paracetamol|meds|medication|sleeping pills)
      (matarme|suicidarme|me quiero morir|quiero morir|me voy a matar|quitarme la vida|acabar con todo|no quiero vivir|cortarme)
      (me tuer|me suicider|en finir|mourir ce soir|je veux mourir|plus envie de vivre|envie de mourir|me pendre|sauter du pont)
      (ma omor|sa mor|ma sinucid|ma arunc|imi tai venele|sa nu mai fiu|nu mai vreau sa traiesc|nu mai vreau sa|imi iau zilele|luat toate pastilele|sa ma omor)
      (morire|mori|muoio|crepare) (voglio|volere|io|oggi|meglio|subito|stasera)
      (voglio|vojo|vorrei|preferisco|preferirei|meglio|desidero|penso di|ho deciso di) (solo )?(morire|mori|crepare|sparire|scomparire|non esserci|non esistere|addormentarmi)
      (vivere|campare|vita) (basta|no|niente|non voglio|no voglio|stanco)
      (stanc*|stufo|stufa) (di|de) (vivere|campa|campare|esistere)
      (preso|presa|ingoiato|inghiottito|mandato giu|bevuto|ho qui|davanti) …… (pillole|pastiglie|pasticche|pasticchie|sonniferi|tranquillanti|gocce|compresse|lexotan|xanax|tavor|psicofarmaci|barbiturici|antidepressivi|flacone|blister|scatola intera)
      (tutte le|tutta la scatola|un flacone di|mezza scatola) … (pillole|pastiglie|gocce|medicine|sonniferi|compresse)
      (messaggio|lettera|lettere|biglietto|post|video) … (d )?addio
      scritto … (lettere|biglietti|lettera) (a tutti|per tutti|di addio|d addio|alla famiglia|per loro|ai miei)
      (tell|dite|dica|di|diteglielo) …… (i love them|che li amo|che gli voglio bene|che l amo|ti voglio bene addio|iubesc)
      (goodbye|addio|adios|adieu|adio) (world|mondo|a tutti|everyone|per sempre|cruel|tuturor|a todos)
      (domani|stanotte|stasera|tra poco|presto) … (non ci sono piu|non ci saro|non ci sara piu|nun ce so piu|saro morto|saro morta|non ci saremo)
      (non ci saro|nun ce saro|non esistero|saro morto) (piu|domani|presto|gia)
      (sparisco|sparire|scompaio|se sparissi|me ne vado) (stanotte|stasera|per sempre|oggi|e basta|dal mondo)
      {not} … (accorger*|manchero|mancherei|noter*) … (sparisco|muoio|sparissi|morissi|mancassi|a nessuno)
      (muoio|morire|suicid*|ammazz*|uccid*|taglia*|fa del male|die) …… (porta|chius* in|chius* in bagno|stanza|camera|locked|bathroom|{kin}) … (chius*|apre|aprire|locked|bagno)
      (chius*|locked) …… (bagno|camera|stanza|bathroom|room|garage) …… (suicid*|ammazz*|uccid*|taglia*|vene|morire|muoio|die|addio|razor|lametta|pillole|pastiglie|fucile|pistola|finita)
      (garage|bagno|camera|cantina) …… (fucile|pistola|corda) 
      (si spara|se spara|si impicca|s impicca|si e impiccat*|si e tagliat*|tagliarsi le vene|svenarsi|ammazzarsi|suicidarsi|s ammazza|si ammazza)
      (senza di me) … (stare* meglio|starebbero meglio|meglio)
      (unica|sola) (soluzione|via d uscita|uscita) … (morire|finita|farla)
      {not} (ce la faccio|je la faccio|gliela faccio|gle la faccio|lo sopporto|aguanto|reggo|resisto) (piu )?…… (finita|morire|basta vivere|vivere|campare|ammazz*|addio|butto|stasera)
    `),
    signs: patterns(`
      (peso|burden|povara|carga) … (per tutti|per la (mia )?famiglia|per loro|per gli altri|everyone|my family)
      {not} (vedo|ho|trovo|see) … (via d uscita|vie d uscita|futuro|way out|future)
      (pensieri|idee|pensiero) … (suicid*|brutti|di morte|di farla finita|di morire)
      (tentat*|provat*|minaccia) … (suicid*|uccider*|ammazzar*)
      (autolesion*|self harm|self harming|si taglia le braccia|tagli sulle braccia|mi procuro dei tagli)
      (vita|viata|vida|vie|life) …… (non ha senso|senza senso|n are sens|no tiene sentido|n a plus de sens|no point|non vale|nu mai are)
      (ho deciso) … (corda|basta|di andarmene|di finirla|di farlo)
    `),
    hints: patterns(`
      {not} ce la faccio piu
      {not} je la faccio piu
      (disperat*|depress*|sol[oa] al mondo|triste molto|molto triste|hopeless|desperat*|senza speranza)
      (finita|morire|morte|muoio|die|morir|mourir|mor)
      (addio|goodbye|farewell)
    `),
  },
  violence: {
    now: patterns(`
      (mi|me|m|ci|ce|la|lo|le) (sta|stanno|ha|hanno|a|vuole|vole|vo|vonno|voleva) … (pestando|pestat*|pesta|strozza*|strangola*|aggred*|assalit*|ammazzare|ammazza|uccidere|violentat*|stuprat*|bruciare|accoltell*|rinchius*|chius* (dentro|qui|in)|legat*|minacciand*|toccat*|palpeggiat*|molestand*)
      (sta|stanno) … (menando|mena|mena*|picchiando|a picchia|pestando|massacrando|strozzando|violentando|aggredendo|sfasciando|spaccando tutto|a sfascia*|a spacca*|rompendo tutto)
      (mi|me|m|l|la|lo|le|gli) (ha|hanno|a|sta) … (messo|mettendo|mette) le mani … (collo|addosso|gola|faccia)
      le mani … collo
      (mi|me|m|le|ci) … (rott*|spaccat*|rompe|spacca|spezzat*) … (polso|braccio|naso|costola|costole|denti|testa|labbro|faccia|mascella|setto)
      {not} (mi|me|ci|la|lo) (fa|fanno|lascia|lasciano|fa piu) (uscire|usci|andare via|andar via|telefonare|parlare con|scappare|vedere nessuno)
      (tiene|tengono|tenuta|tenuto|chius*|rinchius*|segregat*|lock*|inchis*|encerrad*|enferm*) … (chius*|in casa|dentro|qui|a chiave|in bagno|in camera|in cantina|bagno|baie|bano|baie|salle de bain|room|casa)
      (preso|prende|tolto|sequestrat*|nascost*) … (documenti|passaporto|telefono|chiavi)(?= {any}(chius*|uscire|picchi*|tiene|paura))
      (hit|hits|hitting|beat|beats|beating|punch*|kick*|chok*|strangl*|stab*|rap*|attack*|abus*|threaten*|slap*) … (me|my|her|him|us|mom|mum|wife|kids)
      (won t|wont|not|doesn t|never|refuses to) let (me|us|her) (leave|go|out)
      (ma|m a|ne|o|imi) … (bate|batut|loveste|lovit|ameninta|amenintat|omoara|omori|violat|injunghi*|strange de gat|urmareste)
      (me|nos|la|mi) (esta |estan |ha |quiere )?(pega*|golpea*|golpe*|maltrata*|amenaza*|viola*|matar|acosando|apunal*|pegando|persigue|siguiendo)
      (me|nous|la|m|il me) (a )?(frapp*|bat|tape|menac*|viol*|etrangl*|agress*|tabass*|poursui*|suit)
      (papa|padre|babbo|marito|compagno|patrigno|figlio|fratello|ex|lui|moglie|zio|father|dad|husband|boyfriend|partner|stepdad|tata|sotul|barbatul|marido|mari) …… (mena|menando|picchi*|botte|pesta|pestando|ammazza|uccide|massacra|strozza|sfascia|rompe tutto|rompere tutto|hits|hitting|beating|bate|frappe|golpea|pega) …… (mamma|madre|me|noi|mi|tutti|sorella|fratello|bambin*|figli|mum|mom|her|us)
      (mena|picchia|botte a|botte alla|pesta) (mamma|mia|la moglie|la mamma|mio|i bambini|i figli|una donna)
      (ubriac*|drunk|beat|borracho|ivre|drogato|fuori di se) …… (rompe*|spacc*|sfascia*|picchi*|mena|minacci*|urla|paura|bambin*|botte|coltello|casa)
      (nascost*|nascond*|hiding|hidden|ascuns*|escondid*|cach*) …… (bagno|armadio|camera|bambin*|lui|letto|soffitta|closet|bathroom|baie|bano)
      (lui|he|el|il|uomo|marito|compagno) (e|sta|is) (di la|qui|accanto|qua|vicino|nell altra stanza|in the next room|next to me|next door|aici|in camera)
      c e lui (accanto|qui|di la|vicino|che)
      (lui|he) … (legge|sente|ascolta|controlla|vede|reads|hears|listening) (quello|tutto|cosa|quel|che|what|everything|me)
      {not} (posso|pot|puedo|can|peux|possiamo) (parlare|vorbi|hablar|talk|speak|parler|telefonare|chiamare)(?! (con|in|italian|romana|english|a|al|alla|italiano|oggi|dopo|mattina|pomeriggio|inglese))
      (mandate|manda|mandatemi|trimiteti|send|envien|manden|envoyez|venite|veniteci) (qualcuno|presto|subito|pe cineva|someone|somebody|a alguien|quelqu un|polit*|i carabinieri|la polizia|una volante|una pattuglia|help|aiuto)
      (abusa|abusat*|violent*|stupr*|molest*) … (di me|da|me|mia|figlia|bambin*|adesso|stanotte|ieri sera|appena|oggi)
      (appena|just|adesso|oggi|stanotte|ieri sera|stasera) … (violentat*|stuprat*|aggredit*|picchiat*|rapinat*|raped|assaulted|attacked)
      (aggredit*|picchiat*|violentat*|accoltellat*|assaulted|attacked) (adesso|ora|now|appena|in strada|sul|alla|in metro|per strada)
      (colpi|botte|urla|grida|strilla|screams|screaming|strilli|strilla*) …… (donna|signora|moglie|vicin*|appartamento|accanto|sopra|sotto|bambin*|neighbour|neighbor|next door|piange|aiuto)
      (vicin*|signora|donna|bambin*|ragazza) …… (grida*|urla*|strilla*|piange|botte|pestando|menando|picchi*|screaming|aiuto)
    `),
    signs: patterns(`
      se (torna|parlo|esco|lo lascio|chiamo|lo denuncio|mi trova|lo scopre) …… (ammazza|uccide|mena|picchia|fa male|botte)
      if (he|she) (finds|comes|sees|hears) …… (kill|hurt|beat|hit)
      (mi|me) (controlla|segrega|obbliga|costringe|umilia) … (telefono|sempre|casa|ogni|a)
      (paura|afraid|scared|frica|miedo|peur|terrorizzat*|terrore) …… (lui|torna|tornare|marito|compagno|ex|padre|mi ammazz*|mi uccid*|mi mena|mi picchi*|casa|him|husband|boyfriend|sot*|marido|mari|uscire|ammazza|faccia qualcosa)
      (lividi|lividi addosso|occhio nero|bruises|segni sul collo|vanatai|moretones)
      (mi|me|ci) … (costring*|forza a|obblig*) … (sesso|rapporti|prostitu*|fare cose)
      (mi|me) … (segue|seguendo|pedina*|aspetta sotto|perseguita*|stalk*|citofona*|appostat*)
      (ex|lui|marito|compagno) …… (sotto casa|portone|citofon*|coltello|pistola|minacc*|ammazz*|acido|davanti a casa|sfond*)
      (minacci*|threat*|amenint*|amenaz*|menac*) …… (morte|uccider*|ammazzar*|coltell*|cortell*|pistola|kill|knife|gun|cutit*|cuchillo|couteau|acido|bruciar*|di morte)
      (acido|benzina) …… (addosso|faccia|minacci*|buttare)
      (sfregiat*|sfregi*|stalker|abusi in casa|padre padrone)
      (picchia|mena|alza le mani|mette le mani|botte) …… (sempre|spesso|ogni|quando beve|tutti i giorni|di nuovo|ancora|anche i|i bambini|figli)
    `),
    hints: patterns(`
      (botte|urla|urlano|grida|gridano|piange|schiaff*|pugni|calci|minacci*|violent*|coltell*|cortell*|pistola|fucile|lividi|strilla*)
      (paura|scared|afraid|frica|miedo|peur)
      (aggredi*|picchi*|molest*|abus*|pestat*|menat*)
    `),
  },
  gas: {
    now: patterns(`
      (odor*|puzz*|puza|smel*|stink*|huele*|odeur|sent*|miros*|sibil*|fuga|fughe|fuggi*|perdit*|perde|esce|fuoriesc*|leak*|scap*|escape|fuite|scurg*) …… (gas|gass|gasse|gaz|gazul|metano|gpl)
      (gas|gass|gasse|gaz|metano) …… (odor*|puzz*|stordi*|sibil*|fuga|perde|perdit*|esce|acces* e|aperto|rubinetto|smel*|leak*|scap*|fuite|huele|gira la testa|vomit*|mal di testa|dizzy)
      (tubo|tubatura|condotta|bombola|contatore|rubinetto|pipe|fornello|fornelli) (del |di |a )?(gas|gpl|metano) … (rott*|perd*|aperto|esplos*|sibil*|spezzat*|tranciat*|scoppi*|strada|burst|broken)
      (rott*|tranciat*|spaccat*|bucat*|hit|broke|colpito) … (tubo|tubatura|condotta|pipe) … (gas|metano)
      (uova marce|rotten eggs|uova marcie|oua stricate|huevos podridos)
      (monossido|carbon monoxide|monoxid*|allarme gas|rilevatore) …… (suon*|gira|mal di testa|svenut*|sveglia*|vomit*|bip*|alarm|dizzy|scattat*|beep*|stordit*)
      (suon*|scattat*|alarm|bip*) …… (monossido|rilevatore|gas|carbon monoxide)
      (caldaia|stufa|scaldabagno|braciere|camino) …… (svenut*|mal di testa|testa … male|non si sveglia*|vomit*|stordit*|gira la testa|puzza di|puzz*|fischia e)
      (stufa|braciere|brace|barbecue|carbonella|carbone) … (accesa|accese|acceso|notte|chiusa|chiuso) …… (svegli*|male|respir*|vomit*|svenut*|testa)
    `),
    signs: NOTHING,
    hints: patterns(`
      (gas|gass|gasse|gaz|metano|monossido)
      (puzza|odore) … (strano|fortissim*|forte)
    `),
  },
  fire: {
    now: patterns(`
      (a|al|prende|preso|pija*|prendendo|took|caught|catching|ia|a luat) (fuoco|foco|fire|foc)
      (incendi*|s e incendiat*|fiamm*|fuoco|foco|fire|burning|arde|incendiu*|foc|flacari|incendio|llamas|feu|flammes|brucia*|brucia|va a foco|brusc*) …… (casa|case|cucina|palazzo|appartament*|bosco|macchina|machina|auto|scale|balcon*|terrazz*|tetto|garage|box|cantina|stanza|camera|letto|divano|scuola|negozio|capannone|sterpaglie|pineta|parco|campo|piano|corridoio|house|home|kitchen|building|flat|floor|apartment|car|roof|bloc*|masina|bucatarie|scara|coche|piso|edificio|maison|immeuble|cuisine|voiture|vicin*|dentro|avvicin*|adesso|ora|aiuto|quadro elettrico|presa|albero|cassonett*)
      (casa|cucina|palazzo|appartament*|macchina|machina|auto|balcon*|terrazz*|tetto|garage|cantina|stanza|letto|divano|capannone|sterpaglie|pineta|bosco|corridoio|house|building|kitchen|car|flat|casa|blocul|apartamentul|masina|edificio|maison|immeuble|monopattino|batteria|cofano|cassonett*|lavatrice|forno|presa|quadro) …… (fuoco|foco|fiamme|incendi*|brucia|bruciando|a brucia|brucia*|fire|burning|flames|arde|foc|llamas|quema*|feu|flammes|brule|esplos*|scoppiat*)
      (fumo|smoke|fum|humo|fumee) …… (dappertutto|dapertutto|ovunque|everywhere|esce|dentro|scale|scari|palazzo|casa|stairs|porta|nero|denso|tanto|respir*|appartament*|pianerottolo|cofano|can t see|cant see|plin|ascensore|escalera|escalier|partout|incendio|soffoc*)
      (plin|pien*|full) (de|di|of) (fum|fumo|smoke)
      (esplos*|scoppiat*|explod*|explosion) …… (brucia|casa|palazzo|bombola|gas|feriti|fiamme|monopattino|caldaia|adesso|ora|ferit*|incendio|corridoio|crollat*)
      (on fire|en feu|le feu|in fiamme|a foco|en llamas|in flacari|hay fuego|hay un incendio|foc in|e foc)
      (fuoco|fire|foc|fuego|incendio) (aiuto|help|ajutor|ayuda|subito|presto|casa|dentro)
      (fiamme|flames|flacari|llamas) 
    `),
    signs: NOTHING,
    hints: patterns(`
      (fuoco|foco|incendi*|fiamme|fumo|brucia|bruciando|esplos*|smoke|burning|fire|foc|fum)
    `),
  },
  poison: {
    now: patterns(`
      (bevut*|bevve|mangiat*|magnat*|ingoiat*|ingerit*|inghiottit*|leccat*|bevendo|ingurgitat*|succhiat*|masticat*|pres*|s e bevut*|mandato giu|drank|drunk|drinking|ate|eaten|swallow*|ingest*|baut|mancat|inghitit|bebio|bebido|tragado|comido|bu|avale|mange) …… (candeggina|varechina|varichina|ammoniaca|acido|detersiv*|detergent*|sapone|disinfettante|alcol denaturato|solvente|acquaragia|trielina|benzina|gasolio|antigelo|diserbante|pesticida|insetticida|veleno|topicida|esche|soda caustica|disgorgante|naftalina|pila|pile|batteria a bottone|bacche|funghi|oleandro|cicuta|pianta|mercurio|profumo|colla|smalto|sgrassatore|anticalcare|viakal|mastro lindo|pasticche della lavastoviglie|pastiglia della lavastoviglie|pod*|bleach|cleaner|drain|detergent|poison|antifreeze|rat|berries|mushrooms|battery|dishwasher|lejia|detergente|veneno|raticida|javel|lessive|poison|clor|inalbitor|soda|otrava)
      (bambin*|bimb*|figli*|fij*|piccol*|nipot*|toddler|baby|son|daughter|kid|fille|fils|hijo|hija|copil*|fetita) …… (pastigli*|pillol*|medicin*|farmac*|gocce|compresse|pills|tablets|medicament*|pastill*)
      (medicine|medicina|pastiglie|pillole|farmaci) … (del|della|di) (nonn*|mamma|papa|gatto|cane)
      (mischiat*|mescolat*|mixed|amestecat) … (candeggina|varechina|ammoniaca|acido|bleach|clor|ammonia)
      (veleno|topicida|candeggina|varechina|rat poison|bleach|lejia|javel|detersivo|acido|acetone) … (bevut*|mangiat*|ingoiat*|bocca|occhi|drank|ate|swallow*)
      (funghi|bacche|mushrooms|ciuperci|setas|champignons) …… (vomit*|delira|male|malissimo|dolor*|sick|diarrea|rau|svenut*)
      (acido|candeggina|calce|soda|solvente|spray|bleach) …… (occhi|occhio|faccia|viso|gola|eyes|face|respir*)
      (confus*|scambiat*) … (acqua|medicin*|bottiglia|sciroppo) … (acido|candeggina|varechina|veleno|detersivo|solvente)
      (avvelenat*|intossicat*|poisoned|otravit*|envenenad*|empoisonne*|intoxicad*) (da|con|by|con|cu|par|un|i|tutti|mio|mia|adesso|aiuto)
    `),
    signs: NOTHING,
    hints: patterns(`
      (velen*|avvelen*|intossic*|candeggina|varechina|detersiv*|bleach|poison*|topicida|funghi|acido)
    `),
  },
  danger: {
    now: patterns(`
      {stuck} …… (ascensor*|lift|elevator|funivia|seggiovia)
      {not} (sa|so|riesc*) (a )?(nuotare|stare a galla|tornare a riva)
      {not} (riemerge*|risale|viene su|torna su|riaffiora*|torna a galla|esce dall acqua|torna a riva)
      (corrente|onde|onda|mulinello|current|waves) … (portat*|porta|portando|trascin*|swept)
      (mare|lago|fiume|piscina|canale|sea|pool|river|lake) …… {not} … (torna*|rientra*|riemerge|nuota*|si muove|ved* piu|come back|came back|swim)
      (faccia in giu|face down) …… (acqua|piscina|mare|water|pool)
      (acqua|piscina|mare|water|pool) …… (faccia in giu|face down)
      (barca|gommone|canoa|pedalo|boat|kayak) …… (affond*|ribalt*|rovesci*|capovol*|sinking|capsized|deriva)
      (sul|sull|sopra il|on the) (tetto|albero|roof) …… (acqua|fango|alluvione|piena|water|flood)
      (macchina|auto|moto|motorin*|scooter|camion|furgone|bus|autobus|pullman|ciclista|car|truck|masina|coche) …… (ribaltat*|cappottat*|capottat*|rovesciat*|schiantat*|fuori strada|uscit* di strada|contro (un|il|la|l|una) (albero|muro|guardrail|palo|camion|macchina|auto)|nel fosso|in un fosso|scarpata|burrone|overturned|flipped|crashed)
      (appena|just) … (incidente|accident|schianto|crash)
      (appes*|aggrappat*|penzol*|in bilico|hanging) …… (balcon*|tett*|cornicion*|finestr*|ramo|albero|parete|ponte|impalcatura|ringhiera|vuoto|ledge|roof|window|balcony|cliff)
      {child} … (sul cornicione|sul davanzale|sul tetto|fuori dalla finestra|oltre la ringhiera|on the ledge)
      {not} (trov*|vedo|vediamo|find) (piu )?(mi[oa]|mi|nostr[oa]|il|la|my|our) ({child}|nonn[oa]|padre|madre|mamma|papa)
      (cant|can t) find (my|our) ({child}|mother|father|gran*)
      {child} …… {not} (lo|la|li|si|ce) (trov*|ved*)
      (pers[oa]|smarrit[oa]|lost|scompars[oa]|sparit[oa]|missing|disparut|perdido|perdu) (mi[oa]|nostr[oa]|il|la|my|our|mon|ma) {child}
      {kin} …… (uscit*|scappat*|sparit*) (di|da|dal) … {not} (e|lo|la|si|risponde) *
      (alzheimer|demenza|dementia) …… (uscit*|scappat*|scompars*|sparit*|trov* piu|missing|wandered)
      (mi|me|ci|ce|m) (sta|stanno|hanno|ha) … (seguend*|inseguend*|seguit* fino|pedinand*|venendo dietro|alle calcagna)
      (mi|me|ci|ce) (viene|vengono|vie|cammina|camminano|corre|corrono|sta|stanno) … (dietro|appresso|alle spalle)
      (uomo|tizio|uno|due|macchina|man|guy|car|someone|qualcuno) …… (dietro di me|dietro di noi|alle mie spalle|behind me)
      (followed|chased|stalked) (by|home|down|me)
      {child} … (chius*|bloccat*|locked|incastrat*) … (macchina|auto|car|ascensore|bagno|balcone|lift)
      (pers*|smarrit*|dispers*|lost) … (bosco|montagna|sentiero|neve|grotta|woods|mountain|trail)
      (sotto|schiacciat* (da|dal|sotto)) … (trattore|muletto|armadio|lastra|pressa|tronco|tractor)
      (cane|cani|cinghial*|dog|dogs|toro) …… (azzann*|sta attaccando|stanno attaccando|mi attacca|attacking|mauling)
      (bloccat*|intrappolat*|incastrat*|chius*|imprigionat*|trapped|stuck|blocat*|atrapad*|coince*|prins*) …… (ascensore|sottopasso|acqua|lamiere|macerie|fango|elevator|lift|pozzo|cella frigorifera|incendio|fumo|neve|grotta|burrone|dirupo|ascensor|ascenseur|lift|binari|passaggio a livello|rubble|macchina … acqua|e piano|piano)
      (acqua|fango|water|apa|agua|eau|fiume) …… (sale|salendo|entra|sommers*|portando via|porta via|rising|trascin*|allag* … (dentro|bloccat*|persone)|creste)
      (cad*|casc*|fin*|scivolat*|fell|cazut|caido|tombe|butt*) … (fiume|lago|mare|pozzo|canale|acqua|burrone|dirupo|binari|river|well|tracks|rau|lac|rio|riviere|tevere|metro)
      (annega*|affoga*|drown*|inec*|ahoga*|se noie|noie|in mare … (aiuto|onde)) 
      (crollat*|crollo|caduto|franat*|collapsed|prabusit|derrumb*|effondr*) … (palazzo|solaio|tetto|muro|casa|soffitto|ponte|albero|impalcatura|gru|cornicione|building|ceiling|wall|gente|persone|macerie|strada|sotto|addosso|cladire|edificio|plafond)
      (sotto|under|sub|bajo) (le |the |i )?(macerie|rubble|daramaturi|escombros|decombres|frana|neve|valanga|treno|albero|auto|macchina|trattore)
      (terremoto|scossa|earthquake|cutremur|alluvione|frana|valanga|esondazione|esondat*|tsunami) …… (adesso|ora|aiuto|dentro|crollat*|intrappolat*|ferit*|now|bloccat*|sotto|uscire|scappare)
      (ladr*|ladri|rapinator*|sconosciut*|estrane*|intrus*|thief|thieves|burglar*|intruder*|robber*|hot|hoti|ladron*|voleur*|cambrioleur*|uomo|qualcuno|gente|tizio|uno|someone|somebody|cineva|alguien|hombre|quelqu un|man) …… (casa|dentro|balcon*|finestra|porta|appartamento|entra*|entrand*|forz*|sfond*|scassin*|piano di sotto|break*|inside|door|window|house|downstairs|apartament|usa|puerta|maison|porte|giardino|cantina) …… (adesso|ora|ora ora|proprio ora|now|right now|sento|senti*|passi|aiuto|help|entrand*|dentro|forz*|sfond*|break*|acum|ahora|maintenant|coltell*|pistol*|arm*|spiand*|rubando|downstairs|down|provando|cercando|trying)
      (stanno|sta|stann|are|is) … (entrand*|entrare|rubando|rapinand*|rapina|forzand*|sfondand*|scassinand*|sparand*|accoltelland*|robbing|breaking|shooting|stabbing) 
      (sento|sentiamo|i hear|aud|oigo|j entends) … (passi|rumori|spari|qualcuno|footsteps|someone|gunshots|pasos|impuscaturi)
      (rapina*|sparat*|spari|sparatoria|accoltell*|scippat*|sequestr*|shooting|stabbing|robbery|jaf|atraco|tiroteo|braquage|fusillade) … (adesso|ora|in corso|sotto|banca|farmacia|tabaccheria|negozio|strada|now|aiuto|bar|metro|stazione|piazza)
      (uno|uomo|tizio|qualcuno|ragazzo|man|guy|someone|gente|un|hombre|homme|cineva|barbat) …… (coltell*|cortell*|pistol*|fucil*|machete|mannaia|ascia|spranga|bastone|mitra|bomba|knife|gun|weapon|cutit*|pistol|cuchillo|couteau|pistolet|arma|arme)
      (preso|portat*|rapit*|rubat*|took|taken|kidnapp*|luat|rapit|secuestr*|enlev*) … (mia figlia|mio figlio|mia fija|bambin*|bimb*|my son|my daughter|my child|my kid|my baby|copilul|fetita|mi hijo|mi hija|ma fille|mon fils) …… (via|macchina|parco|scappat*|andat*|auto|furgone|car|van|park|run|strada|scuola|plecat|coche|voiture|sconosciut*|uomo)
      (bambin*|figli[oa]|bimb*|nonn*|padre|madre|child|son|daughter|kid|copil*|hijo|hija|enfant|fille|fils|anzian*) …… (scompars*|sparit*|non si trova|non lo trovo|non la trovo|non e tornat*|persa|perso|missing|lost|disparut*|perdid*|disparu*|pierdut*|smarrit*) …… (mercato|spiaggia|parco|folla|ore|stazione|da ieri|stanotte|mall|beach|park|scuola|minuti|bosco|metro|adesso|ora)
      (segue|seguendo|inseguendo|insegue|seguita|seguito|pedina*|following|chasing|urmareste|sigue|siguiendo|suit|poursuit) …… (uomo|macchina|due|tizio|uno|qualcuno|strada|buio|casa|man|car|me|cineva|hombre|homme|adesso|stazione)
      (uomo|tizio|uno|qualcuno|macchina|man|guy|someone|ragazzi) (me|mi|ci) (segue|insegue|sta seguendo|pedina|sta aspettando|vene appresso|viene dietro)
      (bomba|ordigno|pacco sospetto|attentato|bomb|terrorist*|terroristi) …… (adesso|metro|stazione|trovat*|vedo|sospett*|esplod*|c e|sotto|now|piazza|zaino|minacc*)
      (chiamate|chiamat*|call|cheama*|chemati|sunati|llam*|appelez|trimiteti|mandate) … (polizia|carabinieri|pompieri|vigili del fuoco|112|113|115|police|fire brigade|politia|pompierii|policia|bomberos|pompiers|guardie)
      (filo|cavo|palo) … (corrente|elettric*|alta tensione) … (terra|cadut*|strada|scintill*|spezzat*)
    `),
    signs: patterns(`
      (ascensor*|lift|elevator) …… {stuck}
      (acqua|fango|water|apa) … (entr*|sale|sal*|invas*|arriva*|rising|coming in) …… (casa|cantina|ginocchi*|vita|petto|finestr*|macchina|piano|letto|house|fast)
      (fiume|torrente|diga|argine|canale|river) … (esondat*|straripat*|rott*|tracim*|uscit*|sta uscendo|overflow*)
      (alluvion*|esond*|inond*|flood*|inunda*) …… ({stuck}|aiuto|casa|macchina|adesso)
      (incidente|scontro|tamponament*|accident|crash) …… (adesso|ora|ferit*|feriti|sangue|si muove|raccordo|autostrada|incrocio|help|acum|injured)
      (contromano|wrong way) … (autostrada|raccordo|strada|motorway|adesso|macchina)
      (sta per|sta|about to|stanno per) (cadere|cade|cadendo|crollare|crollando|venendo giu|venire giu|fall|collapse)
      (persona|uomo|donna|ragazz*|anzian*|ciclista|pedone|motociclista|{kin}) … (a terra|in mezzo alla strada|sull asfalto|sotto (la|il|l|un|una) (macchina|auto|bus|treno|camion|tram)|in the road)
      (fili|cavi|cavo|filo|presa|quadro) … (scintill*|sparks|sparking)
      {stuck} … (dentro|inside|qui dentro|qua dentro|in cantina|in casa|in garage|in bagno)
    `),
    hints: patterns(`
      (ladr*|coltell*|cortell*|pistol*|fucil*|spar*|rapin*|intrus*|scassin*|armat*|bomba|knife|gun|burglar|cutit*)
      (intrappolat*|incastrat*|trapped|annega*|affoga*|crollat*|macerie|allagat*|scompars*|sparit*)
    `),
  },
};

/** Somebody, beside which a hint is more than a word. */
export const SOMEBODY = patterns(`
  {kin}
  (io|mi|me|sto|i|im|am|yo|je|eu|ho|siamo|stiamo|we)
`);

/** It happens now, or somebody cries for help. */
export const NOW = patterns(`
  (adesso|ora|mo|subito|presto|correte|curete|currite|corri|sbrigatevi|stanotte|stasera|immediatamente|improvvis*|urgentissimo|minuti fa|proprio ora|in questo momento)
  (aiuto|aiut[ao]*tem*|aiutaci|aiutateci|help|please help|sos|ajutor|ajutati*|ayuda|socorro|aidez*|au secours|secours|vi prego|ve prego|per favore presto|hurry|quick*|vite|rapido|repede|emergency|emergenza)
  (now|right now|just now|acum|ahora|maintenant|tout de suite|chiar acum)
  (sta|sto|stanno|stiamo) (\\S+ndo|a \\S+|pe \\S+)
  (ha|ho|hanno|l ho|si e|s e) appena
  (che|cosa|k) (faccio|devo fare|dobbiamo fare|fare|facciamo)
  (what do i do|what should i do|ce fac|que hago|que dois je faire|cosa fare)
`);

/** It is told, taught, joked or asked about, and happens to nobody here. */
export const TALK = patterns(`
  (film|serie|libro|romanzo|canzone|canzoni|titolo|trama|videogioco|fumetto|poesia|storia su|storia di|scrivimi|barzelletta|fiction|netflix|movie|song|book|pelicula|roman|chanson|novela)
  (tg|telegiornale|giornale|giornali|messaggero|notizia|notizie|news|articolo|ho letto|letto sul|sentito dire|radio|hanno detto|podcast|documentario|internet dice|su facebook)
  (scherz*|scherzo|scherzavo|ahah*|haha*|ahaha*|lol|battuta|ridere|risate|joke|kidding|xd)
  (in caso di|in case of|just to know|giusto per sapere|per curiosita|curiosita|solo informazione|solo per sapere|solo info|solo una informazione|se uno|se qualcuno|se dovesse|se dovessi|se succede|se capitasse|nel caso|qualora|ipotesi|che differenza|differenza tra|cosa succede se|what if|en cas de|en caso de|in caz de|cosa faresti|ce face cineva)
  (corso|corsi|lezione|lezioni|esercitazion*|simulazion*|addestramento|formazione|convegno|volantino|progetto|progetti|tesi|tesina|ricerca|statistic*|scuola guida|campagna|sensibilizzazione|volontari*|giornata contro|associazione che|training|course|drill|curs|concorso|concorsi)
  (non|nessuna|nu|no|not|niente|n) (e |era |sono |sto |c e |an |es |est )?(un |una |o |an )?(emergenza|urgenza|emergency|grave|urgent*|nulla di grave|male|feriti|ferito|urgence)
  (niente|nulla) di (grave|urgente|che)
  (sto|stiamo|sta|stanno) (tutti )?(bene|meglio)
  nessuno (e|si e|s e) (ferit*|fatto male)
  (non|nun) (c e|ce) (piu )?(odore|puzza|pericolo|fumo|niente)
  (mai|never) (sucess*|success*|avut*|fumat*)
  (quando|se) (saro|sara|saremo|moriro|partoriro)
`);

/** Said of money, queues, heat: nobody is in danger. They are taken out before anything is heard. */
export const IDIOMS = patterns(`
  (mor*|muoi*|mort*|sto a mori|sto morendo|sto a muri|mori*|muero|meurs|mor|dying|dead) (\\S+ )?(dal|dalla|dalle|di|da|de|d|from|of|di un|par) (la )?(ridere|rida*|risate|risa|noia|caldo|callo|fame|sonno|freddo|curiosita|vergogna|sete|voglia|invidia|stanchezza|laughing|boredom|heat|hunger|ganas|rire|faim|foame|ras|curiosity|rabbia|imbarazzo|vecchiaia|debiti)
  da (morire|mori|paura|impazzire|matti)
  (mi|me|ci|ce|m|ti) (\\S+ ){0,3}(uccid*|ammazz*|ammazza|strozz*|strozza|dissangu*|pugnal*|massacr*|spell*|sven*|rovin*|strangol*|affog*) (\\S+ ){0,2}(di|de|con|co|il|er|la|le|i|d) (\\S+ )?(tasse|multe|multa|lavoro|debiti|spese|burocrazia|bollette|bollo|soldi|portafoglio|interessi|rate|ticket|attesa|carte|documenti|moduli|scartoffie|fatica|telefonate|risate)
  (tasse|multe|attesa|attese|bollo|burocrazia|prezzi|fila|file|spid|sito|bollette|rate|interessi|caldo|code|portale|stress|ticket|st attesa|esami|superenalotto|tassa|mutuo|computer|telefono) (\\S+ ){0,3}(mi|me|ci|ce|m) (\\S+ ){0,3}(uccid*|ucciso|ammazz*|ammazza|ammazzando|strozz*|strozza|dissangu*|massacr*|rovin*|strangol*|manda* al manicomio|morire|mori)
  (mi|me|ci|ce|vi) (fa*|fate|fanno|viene|veni|viene*|viè|pija|prende|preso|e preso|prese|e venuto|fa veni|fa venire|fate venire|fanno venire|sta a fa veni|sta facendo venire) (\\S+ ){0,2}(un |n |l |na |il )?(infarto|colpo|coccolone|ictus|accidente|ansia|esaurimento|crisi isterica|crisi di nervi|nervoso|mal di testa|stroke|heart attack)
  (infarto|colpo|ictus) (\\S+ ){0,3}(bolletta|prezzo|prezzi|bollo|multa|cifra|importo|conto|lista d attesa|cartella|tasse|costo)
  (aspett*|aspetto|devo aspettare|aspettate) (che |de |di |a |finche )?(muoio|mori|morire|crepo|crepa|crepare|schiatto|me moro|moro)
  (che aspetto|aspetto) de mori
  mi butto (su|sul|sulla|sui|a capofitto|in|nel|nella|anima) (\\S+ )?(bando|progetto|corso|impresa|avventura|studio|lavoro|sport|domanda|questa|questo)
  (soffoc*|affog*|strozzat*|schiacciat*) (da|dal|dalle|dai|di|nelle|nei|per) (\\S+ )?(spese|tasse|debiti|bollette|burocrazia|rate|mutuo|costi|interessi)
  (ruba*|rubando|rubano|rubate) (i |dei )?(soldi|quattrini) (\\S+ )?(dei|ai|alla|di|a|nostri|pubblici|cittadini|gente)
  (acqua alla gola|corda al collo|cappio al collo|mano sul fuoco|mani sul fuoco|mani al fuoco|sangue freddo|sangue amaro|fuoco di paglia|fuochi d artificio|a fuoco lento|pugno di mosche|fuori di testa|testa calda|testa o croce|vado a fuoco di rabbia|nervi a fior|gas esilaranti|a tutto gas|morto di fame|peso morto|punto morto|orario morto|lettera morta|natura morta|mar morto|mare morto|uomo morto|donna morta|stanco morto|stanca morta|innamorato morto|cervello in fumo|in fumo|mandato in fumo|andati in fumo|soldi bruciati|bruciato il|bruciata la|bruciato un|bruciata una|ho bruciato)
  (mi|me|ci) brucia (\\S+ ){0,2}(dover*|pagare|pagar|che|non|perdere|aver*)
  (mi|me) (sparo|ammazzo|butto|impicco|uccido|taglio)(?= {any}(ahah|haha|lol|se non mi risp|scherz|vene dalla noia|lista d attesa))
  (sparo|ammazzo|uccido|meno|faccio fuori) (\\S+ ){0,3}(scherzo|ahah*|haha*)
  (i d kill|id kill|i would kill|kill for|to die for|drop dead gorgeous|dying to|mi farei ammazzare per|ucciderei per|darei un rene)
  (bella|brutta|mazzata|gran|dato|data) (\\S+ )?(botta|mazzata|pugnalata|batosta|legnata|stangata)
  (botta|mazzata|batosta|stangata|pugnalata) (\\S+ ){0,4}(equitalia|tasse|cartella|bollo|euro|schiena|spalle|agenzia|soldi|portafoglio)
  (esplod*|scoppi*) (\\S+ ){0,2}(tutto|di rabbia|dal caldo|di gioia|di caldo|la testa dai|il sistema|il server)
  (testa) (mi )?(scoppia|fuma|esplode) (\\S+ ){0,3}(moduli|carte|burocrazia|password|codici|portale|sito|documenti)
  (affog*|annego|annegando|sepolt*|sommers*) (\\S+ ){0,2}(moduli|carte|debiti|scartoffie|burocrazia|tasse|documenti|lavoro|bollette|mail)
  (crash|attacco|virus|bomba|fuoco) (\\S+ )?(del sito|hacker|informatico|ormonale|di panico passato|di starnuti|di ridarella)
  (stacc*|tolgo) (\\S+ )?la spina
  (non|nun) (mi|me|ci) ammazz* (nessuno|di)
  (ammazza|ammazzate|ammappa|mortacci|mannaggia) (che|oh|aho|quanto|vostra|tua|sua|la|er|ao)
  (salvavita|a sangue|in sangue|del sangue|gruppo sanguigno|sangue occulto|don\\S+ (il |di )?sangue|analisi (del|der|de) sangue|prelievo (del|di|der) sangue|esam\\S+ (del|di|der|d) sangue|blood test*|blood donat*|analiz\\S+ (de|di) sange|analisis de sangre|prise de sang|pressione (del )?sangue)
  (sordo|sorda|ciec[oa]|mut[oa]) (dalla nascita)
  (sord*|mut[oa]|deaf|sourd*|surd*) …… (posso|riesco a|can t|cant|cannot|puedo|pot|peux) (parlare|telefonare|chiamare|call|phone|talk|speak|hablar|llamar|vorbi|telephoner)
  (mal di denti|mal di schiena|mal di pancia leggero|mal d auto|animal* mort*)
`);
