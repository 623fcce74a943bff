import { NOTHING, patterns } from './emergency-patterns.ts';

/**
 * How people say that somebody is in danger: in Italian, in Roman dialect, in the telegraphic Italian of many signers,
 * in English and Romanian. One pattern a line, on folded words (no capitals, accents, apostrophes): `*` ends a word
 * anyhow, `…` stands for up to three words.
 *
 * `now` counts whatever stands around it; `signs` unless they are said to be long past; `names` of illnesses and crimes
 * only where nothing in the text is office business.
 */
export interface Signal {
  kind: EmergencyKind;
  now: RegExp;
  signs: RegExp;
  names: RegExp;
}

export type EmergencyKind = 'health' | 'self-harm' | 'violence' | 'danger' | 'fire' | 'gas' | 'poison';

/** In this order: who wants to die needs other words than who is bleeding. */
export const SIGNALS: Signal[] = [
  {
    kind: 'self-harm',
    now: patterns(`
      (voglio|vorrei|vojo|volevo|voglia di|penso di|pensando di|deciso di|intenzione di|meglio) … (morire|mori|uccidermi|ammazzarmi|ammazzamme|suicidarmi|suicidamme|impiccarmi|farla finita|falla finita|togliermi la vita|buttarmi (giu|di|da|dal|dalla|sotto)*)
      (me|mi) (vojo|voglio|vorrei) … (ammazza*|uccide*|impicca*|butta*)
      (me|mi) (ammazzo|uccido|suicido|impicco|sparo|taglio le vene|taglio i polsi)(?! (de|di) (lavoro|fatica|studio|risate))
      (si|se) (ammazza|uccide|suicida|impicca|spara|taglia le vene|taglia i polsi)(?! (de|di) (lavoro|fatica|studio|risate))
      (vuole|vole|vorrebbe|volere) morire
      (voglia|senso|motivo|ragione) (di|per) (vivere|campare)
      (non|nun|mai) (svegliarmi|svegliamme) piu
      (vita|vivere) non ha (piu )?senso
      (farmi|farsi|fammi) del male
      (ammazzarmi|ammazzamme|uccidermi|suicidarmi|suicidamme|impiccarmi)
      (non|nun) … (stare|esserci|essere) (piu )?al mondo
      (do not|don t|dont) (want|wanna) … live
      (sparire|dormire) per sempre
      (vuole|vole|voglio|vojo|sta per) (gettar*|lanciar*|buttar*|ammazzar*|uccider*)
      (mi|me|si|se) (taglio|taglia|faccio del male|fa del male)(?= (e|con|le|i|da|quando|perche|apposta) )
      (me|mi) butto (di|de|da|dal|dalla|sotto|giu) *
      (non|nun|nn) (voglio|vojo|vale la pena|riesco piu a|ha senso) … (vivere|campa)
      (vuole|vole|vorrebbe|minaccia di|intende|sta per|cerca di|tenta di|provato a) … (ammazzarsi|uccidersi|suicidarsi|farla finita|togliersi la vita|buttarsi di sotto|impiccarsi)
      si (vuole|vole|sta per) (ammazza*|uccide*|suicida*|butta*|impicca*)
      (io|me) morire (volere|voglio|basta)
      (preso|prese|presa|ingoiato|prendere) (tutte|troppe|tante|molte|troppi|un sacco|una scatola|un flacone|un blister) … (pastiglie|pillole|pasticche|medicine|gocce|compresse|farmaci|sonniferi|tranquillanti)
      (kill|hurt|harm|cut|hang) myself
      (want|wants|going|ready) to (die|kill himself|kill herself|end my life|end it all)
      (do not|don t|dont) want to live
      vreau sa (mor|ma omor|ma sinucid)
      (ma omor|sa ma omor|ma sinucid|sa se omoare|nu mai vreau sa traiesc)
    `),
    signs: NOTHING,
    names: patterns(`
      (suicid*|autolesion*|sinucid*|impicc*)
      (fossi|essere) mort[ao]
      vene … tagli*
      tagli* … vene
    `),
  },
  {
    kind: 'violence',
    now: patterns(`
      (mi|me|ci|ce|lo|la|li|le) (sta|stanno|ha|hanno|a|continua a|vuole|vole) … (picchia*|mena|menare|menando|menato|menata|violenta*|stupra*|strangola*|accoltella*|massacra*|pestat*|pestando)
      (mi|me|ci|ce|ti) (picchia*|mena|menano|violenta*|stupra*|strangola*|accoltella*|massacra*|riempie di botte)
      (mette|messo|messe|alza|alzato) le mani (addosso)?
      (mi|me|ci|la) (vuole|vole|vogliono|sta|stanno|puo|potrebbe) … (uccidere|ammazzare|ammazza|uccidendo|ammazzando)
      (picchia*|menare|violentare|ammazzare|uccidere|minaccia*) (me|io|moglie|donna|mamma|figlia|bambin*)
      (hits|hit|beats|beat|beating|hitting|raped|rapes|rape|abuses|hurts|hurting|strangling|stabbed) (me|my|her)
      (wants|going|trying|threatens|threatened) to kill me
      (ma bate|m a batut|ma omoara|ma ameninta|m a violat|violat*)
    `),
    signs: patterns(`
      (ho|abbiamo|c ho) paura (di|del|de|che) (mio|mi|mia|marito|compagno|ex|lui|fidanzato|convivente|padre|figlio|mi ammazz*|mi uccid*)
      (vittima|vittime|subisco|subito|subire) … (violenz*|abusi|maltrattamenti|stalking|molestie)
      (mi|me) (perseguita|molesta|ha molestat*|minaccia|ha minacciat*|sta minacciando|segue ovunque|tiene chiusa|tiene chiuso)
      (marito|compagno|padre|fidanzato|ex) … (violento|picchia*|mena|botte|minaccia*)
      (botte|violenz*|picchia*) … (casa|marito|compagno|padre|figlio|moglie)
      (mi|me|ci|le|lo) … (pugn*|calci|schiaff*|botte|sberl*|ceffon*|cinghiat*)
      (chiude|chiusa|chiuso|rinchiu*|segregat*|sequestrat*) … casa
      stalking me
      i am (afraid|scared) of my (husband|boyfriend|partner|father|ex)
    `),
    names: patterns(`
      (mi|me|ci|la|lo) (ammazza|ammazzano|uccide|uccidono)
      (picchi*|stupr*|molest*|patrigno|violentat*)
      parti intime
      (menando|menat*|picchiat*|botte|urla|urlano|schiaff*|pugni|calci) … (moglie|marito|figli*|bambin*|donna|ragazza|mamma|madre)
      (sta|stanno) (menando|picchiando|massacrando|urlando)
      (violenza|violenze|stalking|stalker|stupro|maltrattament*|femminicid*)
      (abusi|violenza|molestie) sessual*
      domestic (violence|abuse)
    `),
  },
  {
    kind: 'gas',
    now: patterns(`
      (odore|puzza|odor|puzzo|fuga|perdita|fuoriuscita|sento|sentiamo|sente|esce|uscire) … (gas|gasse|metano)
      gas … (odore|puzza|perde|perdita|esce|uscire|aperto)
      (bombola|tubo|caldaia) … (perde gas|scoppia*)
      scoppia* … (bombola|tubo|caldaia)
      (smell*|leak*|odor|odour) … gas
      gas (leak*|smell*)
      (miros|miroase|scurgere|scapari) … gaz*
    `),
    signs: NOTHING,
    names: patterns(`
      (monossido|carbon monoxide)
    `),
  },
  {
    kind: 'fire',
    now: patterns(`
      al fuoco
      in fiamme
      (sta|stanno|sto|va|andata|andato|preso|prende|prendendo|pija|pijando) (bruciando|a fuoco|a foco|andando a fuoco|prendendo fuoco|fuoco|foco|a brucia|anna a foco|a anna a foco)
      (c e|ce|scoppiat*|divampat*|vedo|vediamo|aiuto) … (incendio|fuoco|fiamme|esplosion*)
      (fuoco|incendio|fiamme) … (casa|cucina|palazzo|appartamento|bosco|macchina|scale|adesso|ora|subito|aiuto)
      fumo … (nero|denso|dal|dalla|dai|dalle|scale|palazzo|ovunque|dappertutto)
      (is|are|s) on fire
      (there is|there s|big|a) fire (in|at|here|now|help)
      (house|kitchen|building|car|flat|apartment) … (burning|on fire|flames)
      (casa|bucataria|blocul|apartamentul|masina) … (arde|ia foc|a luat foc|in flacari)
      (arde|foc in|a luat foc)
    `),
    signs: patterns(`
      (casa|cucina|palazzo|macchina|auto|bosco|tetto|appartamento|garage|cantina|balcone|stanza|scuola|letto|negozio) … (brucia|bruciare|bruciando|fuoco|incendio|fiamme|incendiat*)
    `),
    names: patterns(`
      (incendi*|esplo*|scoppio|fuoco|foco|fiamm*|fumo|brucia*|incendiu|foc|fire|flames|smoke)
    `),
  },
  {
    kind: 'poison',
    now: patterns(`
      (bevuto|bevuta|beve|bere|ingerito|ingoiato|inghiottito|mangiato|ingoiare|mangiare|bevve) … (candeggina|varechina|varecchina|detersivo|ammoniaca|acido|veleno|topicida|insetticida|diserbante|disincrostante|benzina|solvente|trielina|antigelo|funghi velenosi|pila|batteria|smacchiatore|brillantante)
      (morso|morsa|morsicat*|punto|punta) … (vipera|serpente)
      (took|taken|swallowed) (too many|all|a lot of) … (pills|tablets|medicine)
      (drank|drunk|swallowed|ate|ingested) … (bleach|detergent|poison|ammonia|acid|pills|battery|petrol)
      (a baut|a inghitit|baut) … (clor|inalbitor|detergent|otrava|acid)
    `),
    signs: patterns(`
      (avvelenat*|intossicat*|avvelenando)
      (been|is|got) poisoned
      (otravit|intoxicat)*
    `),
    names: patterns(`
      (avvelen*|intossic*|velen*|candeggina|varechina|inghiott*|ingoi*|succhiat*|poison*|bleach|swallow*|otrav*)
    `),
  },
  {
    kind: 'danger',
    now: patterns(`
      (ladr*|rapinator*|sconosciut*|estrane*|uomo|uno|qualcuno|tizio|gente) … (entrat* in casa|in casa|dentro casa|entrando|armat*|col coltello|con un coltello|con la pistola|con una pistola|con un fucile)
      (ha|con|col|tira fuori|tirato fuori|punta) … (pistola|coltello|fucile|coltellata)
      (stanno|sta) (sparando|rubando|rapinando|scippando|aggredendo|a spara|a ruba|entrando in casa|forzando la porta|sfondando)
      (mi|ci|me|ce) (stanno|hanno|sta|ha) … (aggredi*|rapinat*|rapinando|sequestrat*|spara*|chius* dentro)
      (sfond*|forz*|scassin*) … (porta|finestra|serratura|cancello)
      (mi|me|ci) … (inseguendo|insegue|inseguono|seguendo|pedina*)
      (chiamate|chiama|mandate|manda|mandatemi|serve|servono|subito) … (polizia|carabinieri|pompieri|vigili del fuoco)
      (hanno|ha|stato|stata) rapit*
      (bambin*|figli*|ragazz*|persona|uomo|donna) … (scomparsa|scomparso|scomparsi|rapit*|annegando|affogando)
      (someone|somebody|thief|burglar|robber|man|intruder) … (in my house|breaking in|with a gun|with a knife|has a gun|has a knife|armed)
      (being|been|was) (attacked|robbed|kidnapped)
      (break|breaking|broke) (in|into)
      (following|chasing|attacking|threatening) me
      call the police
      (hot|hoti|cineva) … (in casa|inarmat|cu cutit|cu pistol)
      are … (cutit|pistol)
      chemati politia
    `),
    signs: NOTHING,
    names: patterns(`
      (rapin*|sparator*|spari|sparat*|rapiment*|aggredi*|coltell*|pistol*|fucil*|armat*|incappucciat*|spacca*|sprang*|ladri in*|urmarest*|bussa*|insegu*|pedina*|seguit[ao]|minacci*|knife|gun|weapon|intruder|shooting|robbery|cutit)
    `),
  },
  {
    kind: 'health',
    now: patterns(`
      (non|nun|nn) (respira|respiro|respirava|respirano|sta respirando|sta a respira)
      (non|nun|nn) (riesc*|puo|po|posso|ja fa|je la fa|gliela fa) … respira*
      (smesso|smette|smettendo) di respirare
      respira* (no|non|nn|piu|niente)
      (sta|stanno|sto) (soffocando|affogando|annegando|strozzando|dissanguando|a soffoca|a strozza)
      si sta … (soffocando|strozzando|affogando)
      (sta|sto|stanno) (per|a) (morire|mori|soffocare)
      (sta|sto|stanno) morendo(?! (dal|di|da|de) (rid*|noia|caldo|fame|sonno|freddo|curiosita|vergogna|sete))
      (non|nun|nn) (si|se)? ?(sveglia|sveja|svejia|svegliare|riprende|riprendere|muove piu|risveglia)
      (non|nun|nn) da … segni di vita
      a terra … (non|nun|nn) (risponde|parla|si alza|se alza)
      (chiamate|chiama|chiamami|chiamatemi|mandate|mandatemi|manda|presto) … (ambulanza|118|soccors*|dottore subito)
      (sta|sto) (avendo|avere) … (infarto|ictus|attacco|crisi|convulsion*)
      (rotte|rotto|rompendo) … le acque
      (sta nascendo|sto partorendo|sta partorendo|sta a partori)
      (gola|lingua) … (chiude|chiudendo|gonfia|gonfiando)
      (chiude|chiudendo|gonfia|gonfiando) … (gola|lingua)
      (ingoiato|inghiottito) … (moneta|pallina|pezzo) … (respira|soffoca|tossisce)*
      (not|isn t|stopped|can t|cannot|cant|hardly|trouble|difficulty) … (breathe|breathing)
      (call|send|need) … ambulance
      (is|am|s|are) (dying|choking|unconscious|bleeding|unresponsive|suffocating)
      (won t|wont|doesn t|does not|will not) wake up
      (having|has|had|have) a (heart attack|stroke|seizure)(?! (last|years|two|in 20))
      (nu|nu mai) (respira|poate respira|pot respira|poate sa respire|pot sa respir)
      (chemati|trimiteti|cheama|suna) … (ambulanta|salvarea|112)
      (c e|ce) (uno|una|un|qualcuno|gente) … (male|terra|svenut*|ferit*)
    `),
    signs: patterns(`
      (dolor*|male|fitt*|oppression*|peso|bruciore|strett*|morsa) … (petto|torace|cuore)
      (petto|cuore|torace) … (male|dolore|dole|duole|forte|stringe|scoppia)
      (mi|me|gli|je|le) (stringe|schiaccia) … petto
      braccio (sinistro|addormentato|formicola)
      (male|dolore) … (cor|core|coratella)
      testa … (scoppia*|esplode*)
      (vedo|vede|vedere) … (nero|doppio|piu niente)
      non vedo piu
      (diventat*|diventa|diventando) (blu|viola|cianotic*|paonazz*)
      (rantol*|delir*|farfugli*|sbava*|accasciat*|collassat*|collass*|agonizz*|rianima*|moribond*)
      (paralizzat*|paralisi) … (faccia|viso|lato|braccio|gamba|meta)
      (faccia|viso|lato|braccio|gamba) … (paralizzat*|storto|storta)
      (sudo|suda|sudore|sudare) fredd*
      febbre … (40|41|42|altissima)
      a fiotti
      (medicin*|pastigli*|dose|farmac*) sbagliat*
      (fatica|fatico|difficolta|stento|affanno) … respira*
      respir* … (difficile|difficolta|fatica)
      (respira|respiro) (male|a fatica|con fatica|a stento|a malapena|poco)
      (manca|mancare|manc*) … (aria|fiato|respiro)
      (e|sono|ero|cadut* e) (svenut*|priv* di sensi|incoscient*)
      (mi|me) sento (svenire|morire|mori|malissimo|male|mancare|soffocare)
      (svenut*|sviene|svenire|perso i sensi|perde i sensi|perso conoscenza|senza conoscenza|priv* di sensi|priv* di conoscenza|incoscient*)
      (perde*|perdendo|esce|vomita*|sputa*|perso|tosse) … sangue
      sangue … (ferma|dappertutto|ovunque|tanto|molto|testa|uscire|esce)
      (tanto|molto|troppo|pieno di|piena di) sangue
      (sanguina*|sanguinando|dissangu*|emorragia in corso)
      (faccia|bocca) (e )?storta
      (non|nun|nn) (parla piu|riesce piu a parlare|riesce a parlare|muove … (braccio|gamba|lato)|sente piu … (braccio|gamba))
      (cad*|casc*|precipit*|volat*) … (tetto|balcone|scale|finestra|impalcatura|testa|non si)
      (batte|battuto|sbattuto|picchiato|botta) … testa
      (investit*|travolt*) (da|dal|dalla|un|una|mio|mia|adesso|sulle)
      incidente … (ferit*|grave|gravi|sangue|incastrat*|adesso|ora|morto|morti|aiuto)
      ferit* … (grave*|sangue|coltello|sparo|testa)
      (scossa|fulminat*|folgorat*)
      (ustion*|bruciat*) … (grave|viso|faccia|braccio|mano|gamba|acqua|olio|bambin*)
      (contrazioni) … (forti|minuti|vicine)
      (allergi*|puntura|vespa|ape) … (gonfi*|respira*|shock|gola)
      (chest|heart) pain*
      (pain|pressure|tightness) … chest
      (passed out|collapsed|fainted|bleeding|unconscious|overdosed)
      (my|his|her) waters? broke
      (durere|durer*|doare) … (piept|inima)
      (lesinat|inconstient|inconstienta|sangereaza|moare|convulsii)
    `),
    names: patterns(`
      (padre|madre|mamma|papa|figli*|marito|moglie|nonn*|fratello|sorella|bambin*|bimb*|zi[oa]|amic*|signor*) … (morire|muore|more|mori|morendo|sangue|svenut*|riverso|riversa|reagisce|soffoc*|respir*)
      (morire|muore|morendo|sangue|svenut*) … (padre|madre|mamma|papa|figli*|marito|moglie|nonn*|fratello|sorella|bambin*|bimb*)
      (respira*|respiro|soffoc*|sanguin*|partor*|riverso|riversa)
      dolor* (fort*|atroc*|lancinant*|insopportabil*)
      (urla|urlo|urlando|grida|gridando) … dolore
      (cadut*|caduta|cade|precipitat*|investit*|travolt*|schiacciat*|incastrat*|ustionat*|congelat*|disidratat*|ferit*|fratturat*)
      (labbra|femore|cranio|polso) … (blu|viola|fuori posto|rott*|spezzat*)
      dose … (forte|eccessiv*|troppo|mortale)
      (non|nun) (sento|sente|muovo|muove) (piu )?(le gambe|le braccia|un braccio|una gamba|la faccia|niente)
      (parla|parlare) (piu|male|strano|confus*)
      (cuore|polso|battito) … (fermo|fermato|assente|debole)
      (crollat*|crollo|macerie|frana|pozzo|annegat*|affogat*)
      (a|per) terra
      (parto|contrazioni|travaglio|emorragi*|collasso|malore|coscienza|conoscenza|agonia|rianimazione)
      medico subito
      (choking|bleeding|breathing|dying)
      (infarto|ictus|overdose|emorragia|convulsioni|soffocamento|anafilatti*|infarct|avc|ambulanza|ambulanta|ambulance|stroke|seizure)
      (attacco|arresto) (di cuore|cardiaco)
      (crisi) (epilettic*|respiratori*|convulsiv*)
      (shock|coma) *
      heart attack
      accident vascular
      (sto|sta|stiamo|stare) (male|malissimo|tanto male|molto male)(?! (con|per|qui|qua))
      (emergenza|emergency|urgenza medica)
    `),
  },
];

/** Words that turn an illness, a crime or a fire into a matter for an office, or into talk. */
export const BUSINESS = patterns(`
  (prenot*|appuntament*|visit*|esam*|disd*|annull*|ticket|esenzion*|esent*|ricett*|impegnativ*|certificat*|modul*|domand*)
  (bando|bandi|contribut*|rimbors*|assicura*|polizz*|bollett*|caldaia|manutenzion*|bollo|tass*|corso|corsi|concors*|convegn*)
  (prevenzion*|riabilitazion*|controll*|refert*|cartell*|invalidit*|pension*|legge|agevolazion*|scont*|abbonament*|pratic*)
  (orari*|sportell*|tariff*|cost*|paga*|pago|multa|risarciment*|statistich*|tesi|film|serie|libro|canzone|gioco|volontari*|lavoro|stage)
  (analis*|metro|autobus|treno|superbollo|sito|portale|spid|fila|coda|cittadin*|govern*|spese|job|department)
  (uffici*|divieto|licenz*|ztl|porto d armi|aereo|normativ*|requisit*|iscri*|iscrizion*)
  (disinfest*|antiincendio|antincendio|estintor*|rilevator*|numero verde|ufficio|permess*|document*|fattur*|auto a gas)
  (bollo|bolli|contrassegno|voucher|buono sport|tessera|tesserino|carta d identita|residenza|codice|scelgo|scegliere|sceglie|cambiare medico|cambio medico)
  (diritto|spetta|richied*|chiedo|rilascio|rilascia|indennizz*|danni|verbale|copia|sanzion*|conviene|vietat*|obbligator*|derattizz*|normativa|scad*|annuale|cimitero|loculo|eredi|defunt*|successione|testamento|donazione|donar*|numero|informazion*|sapere se|che numero|gratuito|gratis|sconti|ridott*|mensile|reclamo|segnal*|riabilit*|fisioterap*|patologia|cronic*|intolleranz*|allergolog*|psicolog*|psichiatr*|neurolog*|cardiolog*|pneumolog*|ortoped*|dentist*|chirurg*|holter|risonanza|ecg|eco|tac|agenda|spostare|rinvi*|asl|cup|recup|fse|fascicolo|isee|sirgat|cotral|atac|concerto|vaccin*|igiene|referti|impianto gas|revision*|installa*|montare|comprare|acquist*|vendere|rottam*|demol*|furto|rubat* ieri|denuncia|mesi scorsi|sospett*|prove)
  (entitled|renew*|waiting list|register|apply|free for|insurance|scan|where do i|how do i|how much|tourists|droit|exoneration|rendez vous|derecho|exencion|cita|abono|drept|cum schimb|reinnoi*|scutit*)
  (appointment|booking|book|exemption|refund|insurance|certificate|form|visit|prescription|fee|cost|price)
  (programare|asigurare|certificat|formular|scutire)
`);

/** It happened, and is over. */
export const LONG_AGO = patterns(`
  (anno|mese|settimana|estate|inverno) scors*
  (anni|mesi|settimane|tempo) fa
  (da|per) (anni|mesi|tempo|sempre|qualche (anno|mese)|un anno|n anno|alcuni (anni|mesi)|molti anni|tanti anni|una vita|sempre|piccol*|giovane|bambin*)
  (ogni tanto|a volte|qualche volta|spesso|ogni inverno|ogni anno|ogni primavera|l anno scorso|anno passato|l altro (anno|giorno|inverno|mese)|l artr* (anno|giorno|inverno)|ieri|ier|giorni fa|settimane fa|il mese scorso|la settimana scorsa|tempo addietro|in passato|passato|vecchi[oa]|all epoca|da ragazz[oa]|guarit*|ormai passat*|gia risolt*|operat* al|in pensione)
  (a|da|in|di|nel mese di|lo scorso) (gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|natale|pasqua|ferragosto|capodanno)
  (due|tre|quattro|cinque|sei|sette|otto|dieci|venti|trenta|molti|tanti|pochi|diversi|alcuni|un|una|\\d+) (ann[oi]|mes[ei]|settiman[ae]|giorni) (fa|or sono|addietro|prima)
  (19|20)\\d\\d
  (last (year|month|week|summer|winter|night s)|years ago|months ago|weeks ago|days ago|in the past|used to|since (19|20)|when i was|yesterday)
  (hace (un|dos|tres|anos|meses|\\d+)|el ano pasado|el mes pasado|ano pasado|il y a (un|deux|trois|des|\\d+)|l annee derniere|le mois dernier|acum (un|doi|trei|\\d+) (an|ani|luni|luna)|anul trecut|luna trecuta)
  (dopo|after|post|apres|despues de|dupa) (un|un |il|l|lo|la|a|an|the)? ?(ictus|infarto|incidente|aborto|intervento|operazione|trapianto|avc|stroke|accident|heart attack|coma|frattura|caduta)
  (nel|del|dal) (19|20)*
  (last|years|months|weeks) (year|month|week|ago)
  (ani|luni) in urma
`);
