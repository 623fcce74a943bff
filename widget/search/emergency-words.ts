/**
 * What people in danger speak of, one idea a line: Italian, Roman and Neapolitan, English, Spanish, French, Romanian.
 * Words are folded (no capitals, no accents); `*` ends a word anyhow, `[ab]` stands for either letter, `_` joins words
 * that follow each other.
 */
export const DANGER_WORDS = {
  // Who
  me: 'io mi me m ho sono sto siamo stiamo ci noi i im am we us my yo estoy nos je moi suis nous eu sunt mie tengo',
  child:
    'figli[oae] fij* bambin* bimb* neonat* piccol[oai] pup[oa] creatur* ragazzin* guaglion* baby son daughter kid* child* toddler* infant copil* bebe* fetit* fiica fiul baiet* baiat* hij* enfant* fils fille* nipotin* criatur* figghi* picciridd* fioi nino nina',
  kin: 'padre pate madre mamma mama papa babbo genitor* marit[oi] mogli* moje nonn[oaei] fratell* frate sorell* zi[oa] nipot* suocer* cugin* cognat* nuora amic[oa] colleg[ah]* vicin[oa] coinquilin* compagn[oa] fidanzat* ragazz* regazz* signor[ae] donn[ae] uomo persona persone gente vecchi[oa] anzian* tizio operai* mother father mom mum mummy dad daddy gran grandm* grandp* nan husband wife brother sister friend neighb* flatmate roommate man woman girl boy guy someone somebody she he tata mamei tatal sotul sotia barbat* nevast* bunic* vecin* prieten* sora cineva hermano hermana abuel* marido mujer esposo esposa hombre mere pere maman mari femme soeur frere voisin* homme elle lui lei matri patri famiglia nonni',
  partner:
    'marit[oi] ex compagno convivente fidanzato patrigno padre papa babbo genero zio fratello lui ragazzo figlio husband boyfriend partner stepdad stepfather dad father he sotul barbatul iubitul tata marido novio esposo mari copain pere',
  thief:
    'ladr[oi] rapinator* intrus[oi] thief thieves burglar* intruder* robber* hot hoti ladron* voleur* cambrioleur*',
  stranger:
    'ladr[oi] rapinator* sconosciut* estrane[oi] intrus[oi] delinquent* incappucciat* tizi[oi]* tip[oi] uomo uomini uno qualcuno quarcuno gruppo thief thieves burglar* intruder* robber* stranger* someone somebody man men guy* hot hoti cineva barbat ladron* alguien hombre* voleur* cambrioleur* homme*',

  // Body
  breathe: 'respir* fiato sciato breath* suffl*',
  air: 'aria fiato respiro aer aire air',
  wake: 'svegli* svej* risvegli* riprend* ripij* ripigli* wake* waking awake despiert* reveille* trezes* trezi*',
  respond: 'rispond* respond* reagi* reacciona* reaction* repond* rispun*',
  talk: 'parl[aoi]* speak* talk* hablar habla parler parle vorb* finto finta_di prova_di dibattito tutto_tranquillo tutto_a_posto siamo_a_posto assistito foto thesis teatro legge',
  move: 'muov* move* moving movo arrevota alza* rialz* cammin* bouge* mueve* misca* stand walk',
  feel: 'sent[oaei] sentire feel feels simt* siento sens trovo',
  see: 'ved[oe] vedere veo voir vois',
  pulse: 'polso battito pulse heartbeat puls pouls',
  limb: 'bracci[oa] gamb[ae] mano lato piede arm arms leg legs hand side brat* picior* brazo pierna* bras jambe* pancia stomaco collo costol* ginocchi* belly neck fronte polpaccio',
  face: 'facci* viso bocca occhi* labbr* lingua face mouth eye* lip* tongue gura ochi buze* cara boca ojos labios visage bouche yeux levres langue',
  odd: 'stort[oae] stuort* torta paralizz* penzol* giu droop* hang* crooked numb addormentat* formicol* intorpidi* sbarrat* rovesciat* girat* rolled strambat* stramba amortit* torcid* tordu* cadente gonfi* swell* swollen umfl* hinchad* addorment*',
  slurred:
    'impastat* strascic* sconness* farfugl* biascic* slur* mumbl* senza_senso straparl* parla_strano parla_male parlare_strano delir* nonsense mi_riconosce ci_riconosce riconosce_piu',
  faint:
    'svenut* sven[ie]* svien* collass* accasci* stramazz* incoscient* esanime rivers[oa] privo_* perso_*_sensi persi_*_sensi perde*_*_sensi pers*_conoscenza perd*_conoscenza senza_sensi senza_conoscenza perz*_*_senz* faint* unconscious* collaps* pass*_out slump* blacked_out knocked_out lesin* inconstient* desmay* inconscient* evanoui* perdu_connaissance perdu_conscience riprende_conoscenza rianim*',
  heart: 'petto* pietto torace cuor* core cor chest heart pecho corazon piept* inim* poitrine coeur',
  pain: 'dolor* dul* male fitt[ae] opprim* oppression* peso stringe morsa schiacci* bruciore pain* hurt* ache tight* pressure crush* doare durer* duele mal douleur* apasa',
  cold: 'fredd[oai] gelat* gelid* grigi* pallid* cold grey gray clammy pale rece palid* froid* livid*',
  sweat: 'sud[oa] sudat* sudore sudare sweat* transpir*',
  blood: 'sangue sanguin* dissangu* emorrag* hemorrhag* blood* bleed* sange sanger* sangr* sang saign* hemorag*',
  much: 'tant[oaei] tantissim* molt[oa] moltissim* tropp[oa] sacco pozza fiott[oi] fiumi ovunque dappertutto dapertutto litri schizz* pien[oa] fort[ei] fortissim* atroc* lancinant* tremend* insopportabil* lot lots loads much everywhere heavily badly severe terribl* terribil* tare puternic* mucho mucha fuerte beaucoup partout nero denso tantissimo',
  stop: 'smett* smess* stop* cess* opri* opreste parar arret* ferm*',
  throat: 'gola traverso throat windpipe gat garganta gorge',
  closing:
    'chiude chiudendo chius[ao] gonfi* restring* clos* swell* swoll* umfl* inchid* cierra hincha* gonfl* pizzic*',
  choke:
    'soffoc* strozz* affog* chok* suffoc* sufoc* ineac* inecat* ahog* atragant* etouff* boccheggi* rantol* gasping affuc* asfissia',
  blue: 'blu viola cianotic* paonazz* bluastr* blue purple vanat* vinet* morad[oa] azul bleu',
  fit: 'convuls* seizure* epiletti* epilept* bava schiuma foaming spume trema_tutt* irrigidi* rigid[oa] crisi_respirator*',
  stroke:
    'infart* ictus stroke heart_attack attacco_cardiaco attacco_*_cuore arresto_cardi* cardiac_arrest aneurism* avc atac_cerebral atac_de_* infarct* derrame crise_cardiaque arret_cardiaque anafil* anaphyl* overdose* overdosed supradoz* sobredosis coma',
  dying:
    'morendo muore more moribond* agoni* dying moare muriendo muere meurt sto_*_mor[ie]* sta_*_mor[ie]* sto_per_morire sento_mor* pare_*_muri',
  birth:
    'acque_rotte rott*_*_acque doglie contrazion* contractions water*_broke travaglio sta_nascendo in_labo* giving_birth naste rupt_apa accouch* bambino_*_uscendo partorend* partorisc* sto_per_partorire sta_a_partor*',
  pregnant: 'incint* pregnan* insarcinat* embarazad* enceinte miscarr* abortendo',
  fall: 'cadut* cade cadere cadendo cascat* casca precipit* scivolat* volat[oa] ruzzol* sbattut* tonfo battuto fell fall falling fallen slipped cazut* caid* cayo tomb[ea]* chute botta finit[oa]_nel finit[oa]_in finit[oa]_sotto cascau cadiu cadi casco',
  height:
    'scal[ae] balcon* tetto finestr[ae] terrazz* piano impalcatur* ponteggi* albero cornicion* davanzal* parapett* ringhiera stairs ladder roof window balcony ledge scaffold* scar[ai] fereastr* acoperis escaler* ventana tejado escalier* fenetre toit burron* dirup* scarpata precipizio cliff',
  floor: 'terra pavimento nterra asfalto floor ground suelo podea jos par_terre',
  head: 'testa cranio nuca head skull cap cabeza tete',
  wound:
    'ferit[oaie] tagliat* tajat* amputat* mozzat* ustion* scottat* fratturat* frattura spezzat* espost* maciull* schiacciat* stritolat* accoltellat* injur* wound* cut burnt scald* severed ranit* arsuri taiat* herid[oa] cortado quemad* blesse* coupe* sfracell* infilzat*',
  tool: 'motoseg* sega flessibil* trattor* pressa chainsaw saw vetro glass drujba',
  hot: 'bollent* rovent* boiling hirviendo bouillant* fierbint* clocot*',
  crash:
    'incident* scontr* schiant* frontale tamponament* investit* travolt* ribalt* capott* cappott* accident* run_over hit_by lovit atropell* choque renvers* fuori_strada contro_*_* addosso_a_un overturn* flipped crash crashed',
  vehicle:
    'macchin[ae] machin[ae] auto motorin* moto scooter bici* monopattin* camion furgon* autobus pullman treno tram car cars truck motorbike bike train masin* tren coche carro voiture velo trattore ciclista',
  sign: 'vomit* trem[aoi] tremando gira_*_testa testa_*_gira gira_tutto giramenti capogir* vertigin* stordit* stordisc* dizz* brivid* febbre fever* febra fiebre fievre delir* confus* sbianc* sudat* affann* allucinaz* mancament* malor* sta_male sto_male sentit*_male sente_male sento_male sento_malissimo palpitaz* tachicard* letarg* sonnolen* ametes* mareo mareado vertige* moscio floppy limp vomi* debolissim* burning_up gonfi* diarrea crampi sbava* nausea svenire mal_di_testa formicol* headache vedo_doppio vede_doppio vedo_nero vedo_tutto_* tremano asma asmatic* inalator* ventolin* sput* tossi* digrign* svenend* sviene convulsion* pupille malissimo',
  fever: '40 41 42 altissima alta',
  sudden: 'improvvis* colpo botto brusc* sudden* just appena soudain* repente minuti',
  hard: 'fatic* difficol* stent* affann* male poco appena malapena hardly barely struggl* trouble difficult* greu apenas mal short_of',
  lack: 'manc* falta manque* lipse*',
  ambulance:
    'ambulanz* ambulanc* ambulant* salvarea soccorsi samu 911 paramedic* medico_subito dottore_subito medico_urgente dottore_urgente',
  police:
    'polizia carabinier* pompieri vigili volante pattuglia police politi[ae] policia bomberos pompiers 112 113 guardie vigili_urbani',
  call: 'chiamat* chiama chiamare mandate* manda mandatem* venite vieni serve servono bisogno send call need chemat* cheama trimit* veniti llam[ae]* envi[ae]* appelez envoyez venez',
  sting:
    'vesp[ae] ape api calabron* puntur* punt[oa] arachid* nocciol* gamber* crostacei wasp bee sting stung peanut* viesp* avispa guepe',
  allergy: 'allergi* alergi* shock choc epipen',
  bite: 'morso morsicat* vipera serpent* serpe snake* bitten sarpe mordid* mordu* vibora',
  diabetic: 'glicemi* diabetic* insulin*',
  low: 'bassissim* bassa lo low 30 40',
  swallow:
    'ingoi* inghiott* inger[iy]* ingest* bevut* bevv* beve bere bibit* bevendo mangiat* mangiare magnat* succhi* leccat* mandato_giu swallow* drank drink* drunk ate eat eaten inghit* baut bebid* bebio tragad* trago comid* avale* bu mange* bocca tomo',
  object:
    'monet* pallin* bottone batteri* lego magnet* calamit* biglia chiod[oi] spilla tappo boccone nocciolin* spina wurstel caramell* coin* battery batteries button marble baterie* monnaie meat carne lapte pil[ae]_* pila',
  poison:
    'candeggin* varechin* varichin* varecchin* ammoniaca muriatico acido acidi detersiv* detergent* disincrost* disgorg* solvent* acquaragia trielina benzina gasolio antigelo diserbant* pesticid* insetticid* veleno velenos* topicid* soda_* naftalin* bacche fungh[io] oleandr* mercurio brillantante sgrassator* anticalcare acetone colla smalto pastiglia_*_lavast* disinfettant* ammorbident* bleach cleaner antifreeze berries mushroom* poison ammonia petrol dishwasher lejia veneno amoniac* javel lessive champignon* clor inalbitor otrava ciuperci soda setas lumachicid* erbicid*',
  poisoned:
    'avvelen* intossicat* intossicazion* poisoned poisoning intoxicat* otravit* envenenad* empoisonn* intoxicad*',
  mix: 'mischi* mescol* mixed mixing amestec* mezcl* melang*',
  pill: 'pillol* pastigli* pastic* compress[ae] gocce sonnifer* tranquillant* medicin[ae] farmaci psicofarmac* antidepressiv* xanax tavor valium tachipirin* paracetamol* pill pills tablets medication meds medicament* somnifer* pastil* dose droga eroina cocaina pinnol*',
  all: 'tutt[aeio] intera intere scatol[ae] flacon* blister tropp[eoai] manciata all whole bottle many toate prea todas frasco caja toute* tous trop boite doppi[oa] sbagliat* wrong',
  took: 'pres[oaie] prend* mandat* buttat*_giu take takes took taken taking luat tomado tome pris davanti front in_mano ingoi*',

  // Oneself
  suicide:
    'ammazzarmi ammazzamme ammazzarsi ammazzasse uccidermi uccidersi uccidemme impicc* svenarmi togliermi_la_* togliersi_la_* farla_finita falla_finita faccio_finita faccia_finita la_finisco finirla_con_* finita_con_* kill_myself killing_myself kill_himself kill_herself end_my_life end_it ending_it hang_myself own_life sinucid* ma_omor matarme suicidarme quitarme_* acabar_con_* me_tuer en_finir me_pendre imi_iau_* autolesion* harm_myself hurt_myself self_harm cut_myself mi_ammazzo me_ammazzo m_ammazzo mi_uccido mi_sparo me_sparo mi_impicco m_impicco si_ammazz* s_ammazz* se_ammazz* si_uccide si_spara se_spara se_omoara ma_omoara la_fa_finita fa_finita fo_finita la_faccio_finita levarmi_di_mezzo me_levo_*_miezo toglier*_*_vita me_mato me_suicid* farmi_*_male farsi_*_male faccio_*_male fa_del_male suicidar* suicidi* suicida* suicide suicidal suicido',
  oneself: 'mi me m si se s myself himself herself ma',
  die: 'mori* muoio muoro more crepare schiattare sparire sparisco scomparire dormire_* non_esserci non_esistere die dead dies disappear mor moarta mort[oa] morte mourir dispara',
  want: 'voglio vojo vogl* vole vuole voless* vorre* volere volio desider* preferi* penso pens[oai] decis* meglio want* wanna wish* going gonna ready better vreau vrea quiero quiere quisiera veux veut envie voglia minacci* dice detto says said zice voli',
  live: 'viver* campa campare stare_al_mondo esistere esserci mondo live living alive exist svegliarmi svegliamme wake_up traiesc vivir vivre be_here vita vida vie viata life',
  tired:
    'stanc[oa]* stuf[oa] basta smettere senso motivo ragione point reason tired sens obosit* satul* cansad* hart[oa] sentido fatigue* odio peso',
  bear: 'ce_la_facci* je_la_fa* gliela_fa* c_*_facc* sopporto reggo resist* go_on take_it aguant* andare_avanti continuare going_on mai_pot en_peux en_puis ce_a_facci* c_a_facci*',
  jump: 'butt[oa] buttar* butta* gett[oa] gettar* lancio lanci[oa]r* salto saltare jump* arunc* tirarme tiro sauter saute guardo_giu vuoto',
  edge: 'ponte cavalcavia viadott* cornicion* binari tetto balcone finestra parapett* metro treno scogliera bridge ledge roof window tracks train cliff pod podul fereastra puente azotea ventana pont toit fenetre piano giu sotto',
  cutSelf:
    'tagli[oa] tagliarmi tagliarsi tagliando* vene polsi lamett* rasoio cutting razor* wrist* vein* venele venas',
  rope: 'corda cappio noose rope cuerda franghie',
  ready: 'pront[oaei] davanti mano carica ready front preparat* pregatit* list[oa] scritt* lasciat*',
  goodbye:
    'addio saluto_tutti goodbye farewell adios adieu adio salutat* abbracciat* perdon* lettera lettere bigliett[oi] messaggio note love_them forgive iertati ultim[oa] last tell ciao hasta cuiden',
  gone: 'non_ci_sar* nun_ce_sar* without_me senza_di_me sin_mi sans_moi fara_mine tolgo_il_disturbo saro_mort* mancher* domani_non_ci_* accorg*_*_sparisco per_sempre para_siempre pour_toujours forever',
  hopeless:
    'disperat* disperaz* depress* speranz* hopeless desperat* via_d_uscita vie_d_uscita way_out sol[oa]_al_mondo peso_per triste',

  // Others
  beat: 'picchi* mena menano menar* menand* menat* botte pugn[oi] calci schiaff* cinghiat* pestand* massacr* ceffon* bastonat* percuot* maltratt* mani_addosso mess*_*_mani mett*_*_mani alza*_*_mani mani_al_* mani_ar_* strangol* strozza* sfregi* hit hits hitting beat beats beating punch* kick* slap* strangl* attack* assault* bate batut loveste lovit strang* pega pegando golpe* maltrat* frapp* bat tabass* etrangl* spinton* lividi bruises aggred* agress* agred* mi_ha_rott* m_ha_rott* mi_ha_spezz* frust* cinta cinghia belt pestano pesta_* mettuto_*_mani le_mani_al_collo mani_addosso rissa pestaggio',
  rape: 'violentat* violentand* violent[oa] violenze stupr* molest* abusa* abusi palpegg* parti_intime rape* raping abus[ei]* viol viola_* violee violat* palpat*',
  threat: 'minacc* ricatt* threat* ameninta* amenaz* menac* perseguita* stalk*',
  kill: 'ammazz* uccid* accid[eo]* kill* murder* omoar* omor* matar* mata tuer tue sgozz* accoltell* stab* bruciarmi ammazzari mi_brucia bruciarti ti_ammazz*',
  weapon:
    'coltell* curtell* cortell* pistol* fucil* machete mannaia ascia spranga mazza mazze mitra arma armi armat[oi] martello knife knives gun guns armed axe cutit* cuchill* couteau* fusil benzina_* hammer cutter',
  lock: 'chius[oaie] chiude chiudono rinchi* serrat* segreg* barricat* sequestrat* legat[oa] locked lock* inchis* incuiat* encerrad* enferme*',
  room: 'bagno camera stanza cantina armadio casa soffitta bathroom bedroom closet room baie bano habitacion armario chambre salle garage',
  hide: 'nascost* nascond* hiding hidden hide ascund* ascuns* escondid* cache* sottovoce',
  exit: 'uscire usci usc[io]* andare_via andar_via scappare andarmene leave leaving go_out out iesi plec salir sortir partir',
  let: 'fa fanno fai lascia lasciano permette let lets allow* lasa deja* laisse*',
  follow:
    'segue seguendo seguit[oa] segui* insegu* pedin* apposta* appresso dietro alle_spalle follow* chas* stalk* urmar* sigue siguiendo suit suivi*',
  street:
    'strada via stazion* metro parcheggio buio notte fermat* portone citofon* autobus casa street station dark home strad* calle rue',
  fear: 'paur* terror* terrorizz* scared afraid terrified fear frica speriat* miedo peur orrore',
  comeBack: 'torn[aoi] tornare rientr* arriva back vine vuelv* revien* rientra',
  near: 'di_la accanto vicino altra_stanza next_room next_to langa lado cote legge reads listening guarda schermo controlla',
  scream:
    'url[aoi]* grid[aoi]* strill* piang* scream* shout* yell* crying tip[ae] strig* plang* grit* llora* crie* pleur* hurl*',
  drunk: 'ubriac* mbriac* drogat* bevuto drunk borracho ivre fuori_di_se',
  wreck: 'romp* spacc* sfasc* sfonda* distrugg* smash* destroy* casse* rompiendo',

  // Houses and streets
  gas: 'gas gass gasse metano gpl gaz gazul co_alarm',
  smell: 'odor* puzz* puza smel* stink* miros* miroa* huele olor odeur* sent[eo]* sentiamo',
  leak: 'fug[ah]* perdit* perde fuoriesc* sibil* fischi* leak* hiss* scapa* scurg* fuit* escape aperto rott[oa] tranciat* rubinett* tubo tubatur* bombol* pipe scoppi*',
  eggs: 'uova_marc* rotten_eggs huevos_podridos oeufs_pourris',
  monoxide: 'monossid* monoxid* monoxyde rilevator* co_alarm allarme_co',
  alarm: 'suon* scattat* alarm* allarm* beep* going_off ringing suna sonne',
  stove:
    'caldaia stufa stufetta bracier* brace scaldabagn* camino barbecue fornell* boiler heater stove estufa chaudiere poele centrala soba',
  flames:
    'fuoco foco fiamm[ea] incendi* divamp* fire flame* foc flacar* fuego llama* feu flammes arde quema* brule* brucia bruciand* brucian* bruci[oa] abbruc* burning ablaze ardiendo focu',
  smoke: 'fumo smoke fum humo fumee fummo fumu',
  explode: 'esplos* esplod* scoppi* explo* boato',
  place:
    'cas[ae] cucina palazz[oi] appartament* apartament* bosco pineta sterpagli* campo balcon* terrazz* tett* garage box cantina stanz* camera letto divano scuola negozio capannon* scal[ae] piano corridoi* pianerott* ascensor* forno lavatric* presa quadro cassonett* macchin[ae] machin[ae] auto cofano monopattin* house home kitchen building flat floor apartment roof room car bed stairs bloc* bucatar* masin* scar[ai] casa etaj cocina piso edificio coche escalera maison immeuble cuisine voiture appartement etage chambre vicini pentola albero porta finestr* archivio ufficio',
  shock:
    'scossa folgorat* fulminat* corrente elettric[oi] presa alta_tensione electrocut* curentat* scintill* sparks sparking',
  indoors:
    'entr[ao] entrare entrand* entrat[oi] dentro balcon* finestr* porta giardino cantina cancello casa appartament* inside house door window downstairs apartment home usa geam fereastra puerta ventana maison porte fenetre',
  force:
    'forzand* forzat* sfond* scassin* break broke* breaking broken forc* sparg* bussa* bang* cercando provando trying scavalc* armeggi* ruband* passi rumori footsteps entrand* breaking_in',
  robbery:
    'rapin* scipp* sequestr* rapit* ostagg* robb[ei]* kidnap* hostage* mugged jaf rapit* atrac* secuestr* braqu* enleve*',
  shoot:
    'sparand* sparan* spari sparat* sparator* accoltell* coltellat* gunshot* shooting shot shots stabb* impusc* dispar* tiroteo fusillade poignard* injungh* spara',
  bomb: 'bomba ordign* attentat* terrorist* pacco_sospetto bomb',
  water:
    'acqua mare lago fium[ei] piscina canal[ei] onde corrente tevere pozz[oa] fango torrent* water sea lake river pool waves apa lac rau agua rio eau mer lac riviere sottopass*',
  drown:
    'anneg* affog* affond* trascin* drown* sinking inec* ahogand* noie nuota nuotare swim galla riemerg* riaffior* faccia_in_giu face_down',
  rise: 'sal[ei] salendo salit* cresc* entr[ao] entrand* allag* inond* sommers* straripat* esond* portat*_via rising flood* creste inund* sube subiendo monte uscito riempi*',
  boat: 'barc[ah]* gommon* canoa pedalo surf* materassin* boat kayak canoe bateau',
  capsize: 'ribalt* rovesci* capovol* affond* deriva capsiz* sinking rastur*',
  stuck:
    'bloccat* incastrat* intrappolat* imprigion* sepolt* trapped stuck blocat* prins[iae] atrapad* coinc* bloque* isolat* fermi fermo rimast*_sotto rimast*_dentro rimast*_chius* rimast*_bloccat* chius*_dentro chius*_in',
  trap: 'ascensor* asensor* lift elevator ascenseur sottopass* lamier* maceri* funivi* seggiovi* cella binari passaggio_a_* grott* burron* cestovia galleria acqua neve fango',
  collapse:
    'croll* frana* smottament* valang* voragin* terremot* maceri* collaps* rubble earthquake avalanche landslide prabusit* cutremur* daramat* derrumb* escombros effondr* alluvion* tromba_d_* tornado',
  under: 'sotto addosso dentro under sub debajo bajo sous',
  lost: 'pers[oa] perz* smarrit* scompars* sparit[oaie] dispers[oi] missing lost vanished disappear* pierdut* disparut* perdid* desaparec* perdu* disparu* rapit* allontanat* scappat[oa] pres[oa] took taken ran_away',
  find: 'trov[oiae]* vedo vediamo rived* torn* rientr* find finding seen come_back encuentr* trouv* gasesc',
  frail: 'alzheimer demenza demente dementia autistic* disabile',
  crowd:
    'mercato spiaggia parco folla centro_commerciale stazione supermercat* piazza ore minuti mall beach park crowd market station plaja playa plage montagna bosco scuola',
  hang: 'appes[oa] aggrapp* penzol* bilico hanging clinging dangling arrampic* salit[oa] scavalc* sporg* cornicion* davanzal* bordo ledge atarnat*',
  dog: 'cane cani pitbull rottweiler cinghial* toro dog dogs caine perro chien',
  attack: 'attacc[ao]* azzann* mord[eo]* sbran* aggred* maul* attack* bitten biting muscat mordid*',
  heat: 'colpo_di_calore insolazion* assider* ipoterm* heatstroke hypothermi* congelat* disidrat*',
  emergency: 'emergenza emergency emergencia urgenta_medicala urgenza_medica sos',
} as const;
