package web

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"
)

// saisie is what was typed in the form of an act, by field.
type saisie map[string]string

// champsActe are the fields of every form of an act.
var champsActe = []string{"motif", "du", "au", "ligne", "valeur", "montant", "heures", "date", "acteur", "echeance", "objet"}

func saisieDe(v url.Values) saisie {
	sa := saisie{}
	for _, nom := range champsActe {
		sa[nom] = strings.TrimSpace(v.Get(nom))
	}
	return sa
}

// champ is one field of a form.
type champ struct {
	Nom, Genre, Etiquette, Aide string // Genre: date, texte, zone, liste, fichier
	Valeur, Erreur              string
	Requis                      bool
	Choix                       []option
}

// DecritPar lists what explains a field, for those who do not see it.
func (c *champ) DecritPar() string {
	var ids []string
	if c.Aide != "" {
		ids = append(ids, "aide-"+c.Nom)
	}
	if c.Erreur != "" {
		ids = append(ids, "erreur-"+c.Nom)
	}
	return strings.Join(ids, " ")
}

// Rien says what an open list holds before anything is chosen in it; empty when one of its choices is to say nothing.
func (c *champ) Rien() string {
	switch {
	case slices.ContainsFunc(c.Choix, func(o option) bool { return o.Valeur == "" }):
		return ""
	case c.Requis:
		return "Choisir…"
	}
	return "Toutes"
}

// etiquettesValeur says what is chosen in an act that decides of nothing.
var etiquettesValeur = map[dossier.NatureIntervention]string{
	dossier.Signaler: "Situation", dossier.Reclamer: "Ce qui est demandé", dossier.Repondre: "Réponse", dossier.NotifierIndu: "Cause", dossier.Controler: "Constat",
}

// aidesDates says what the days of an act are.
var aidesDates = map[dossier.NatureIntervention][2]string{
	dossier.ForcerSalaire: {"Premier jour de la période de paie", "Dernier jour de la période de paie"},
	dossier.Avancer:       {"Acompte pour les jours à partir du", "jusqu'au"},

	dossier.RendreAProgres: {"Premier jour que PROGRES doit payer", ""},
}

// champs gives the fields that an act needs, and no other.
func (f *fiche) champs(n dossier.NatureIntervention, sa saisie, fautes map[string]string, a *agent) []champ {
	x, _ := decision.Exige(n)
	var cs []champ
	ajouter := func(c champ) {
		c.Valeur, c.Erreur = sa[c.Nom], fautes[c.Nom]
		for i := range c.Choix {
			c.Choix[i].Choisi = c.Choix[i].Valeur == c.Valeur
		}
		cs = append(cs, c)
	}
	if n == dossier.Rattacher {
		ajouter(champ{Nom: "objet", Genre: "texte", Etiquette: "Numéro de l'autre fiche", Requis: true, Aide: "NIR (13 ou 15 caractères), numéro de dossier ou identifiant de fiche. Des noms semblables ne suffisent pas."})
		ajouter(champ{Nom: "valeur", Genre: "liste", Etiquette: "Le bon numéro", Requis: true, Choix: f.choixNumero()})
	} else if x.Objet && n != dossier.Joindre {
		ajouter(champ{Nom: "objet", Genre: "liste", Etiquette: etiquetteObjet(n), Requis: true, Choix: f.objets(n, a)})
	}
	if n == dossier.Joindre {
		ajouter(champ{Nom: "fichier", Genre: "fichier", Etiquette: "Fichier", Requis: true, Aide: "5 Mo au plus. Aucun document médical : il s'adresse au contrôle médical, sous pli."})
	}
	if len(x.Valeurs) > 0 {
		ajouter(champ{Nom: "valeur", Genre: "liste", Etiquette: cmp.Or(etiquettesValeur[n], "Décision"), Requis: !slices.Contains(x.Valeurs, ""), Choix: choixDe(n, x.Valeurs)})
	}
	if x.Piece {
		ajouter(champ{Nom: "valeur", Genre: "liste", Etiquette: "Pièce qui répare", Requis: true, Choix: f.choixPieces()})
	}
	if x.Montant {
		ajouter(champ{Nom: "montant", Genre: "texte", Etiquette: "Montant brut, en euros", Requis: true, Aide: "Par exemple 1 850,40."})
	}
	if x.MontantLibre {
		ajouter(champ{Nom: "montant", Genre: "texte", Etiquette: "Montant remis, en euros", Aide: "Pour une remise partielle seulement : ce qui n'est plus demandé, sur ce que la lettre de l'indu demande."})
	}
	if n == dossier.ForcerSalaire {
		ajouter(champ{Nom: "heures", Genre: "texte", Etiquette: "Heures de travail", Aide: "Si vous les connaissez, par exemple 151,67."})
	}
	if x.Date || x.DateLibre {
		ajouter(champ{Nom: "date", Genre: "date", Etiquette: etiquetteDate(n), Requis: x.Date})
	}
	if x.Jours {
		mots, aide := [2]string{"Du", "Au"}, "Sans date, tous les jours qui suivent."
		if m, ok := aidesDates[n]; ok {
			mots = m
		}
		if x.Fin {
			aide = ""
		}
		ajouter(champ{Nom: "du", Genre: "date", Etiquette: mots[0], Requis: true})
		if n != dossier.RendreAProgres { // a dossier is given back to its end
			ajouter(champ{Nom: "au", Genre: "date", Etiquette: mots[1], Requis: x.Fin, Aide: aide})
		}
	}
	if x.Ligne || parLigne[n] && len(f.lignes()) > 1 {
		ajouter(champ{Nom: "ligne", Genre: "liste", Etiquette: "Activité", Requis: x.Ligne, Choix: f.choixLignes()})
	}
	if x.Acteur {
		ajouter(champ{Nom: "acteur", Genre: "texte", Etiquette: "À qui", Requis: true, Aide: "Un nom ou un service : «Marc Petit», «service médical», «employeur»."})
	}
	if x.Echeance {
		ajouter(champ{Nom: "echeance", Genre: "date", Etiquette: "Jusqu'au", Requis: true, Aide: "Rien n'est tenu sans date."})
	}
	ajouter(champ{Nom: "motif", Genre: "zone", Etiquette: "Motif", Requis: true, Aide: cmp.Or(aidesMotif[n], "Ce que vous avez vu, et pourquoi. Aucune raison médicale.")})
	return cs
}

// aidesMotif says what the motive of an act is for, when it is not for agents alone.
var aidesMotif = map[dossier.NatureIntervention]string{
	dossier.Remettre: "Il est écrit à la personne : sa situation, et pourquoi la remise est accordée ou refusée. Ne nommez personne d'autre, aucune raison médicale.",
}

// parLigne are the acts that may bear on one activity alone.
var parLigne = map[dossier.NatureIntervention]bool{dossier.Retenir: true, dossier.Liberer: true, dossier.ForcerDestinataire: true, dossier.PayerAQuiDeDroit: true, dossier.ConstaterProgres: true}

func choixDe(n dossier.NatureIntervention, mots []string) []option {
	cs := make([]option, len(mots))
	for i, m := range mots {
		cs[i] = option{Valeur: m, Texte: majuscule(libelle.Valeur(m))}
		if t, autre := sansValeur[n]; autre && m == "" {
			cs[i].Texte = t
		}
	}
	return cs
}

// sansValeur says what an act decides when it says nothing of it.
var sansValeur = map[dossier.NatureIntervention]string{
	dossier.ConstaterProgres: "PROGRES a payé jusqu'à ce jour", dossier.ReprendreDeProgres: "PROGRES a payé jusqu'à ce jour, ou on le dira plus tard",
	dossier.Repondre: "Une réponse", dossier.NotifierIndu: "La lettre est déjà partie : donnez sa date de réception",
}

func (f *fiche) choixLignes() []option {
	s := f.Calcul.Situation
	cs := make([]option, len(s.Lignes))
	for i := range s.Lignes {
		cs[i] = option{Valeur: s.Lignes[i].Cle, Texte: f.nomLigne(s.Lignes[i].Cle)}
	}
	return cs
}

func etiquetteDate(n dossier.NatureIntervention) string {
	switch n {
	case dossier.NotifierIndu:
		return "Si la lettre est déjà partie, reçue le (date certaine)"
	case dossier.ConstaterReception:
		return "Reçue le (avis de réception, première consultation)"
	case dossier.ConstaterProgres, dossier.ReprendreDeProgres:
		return "Dernier jour que PROGRES a payé"
	}
	return "Dernier jour travaillé"
}

func etiquetteObjet(n dossier.NatureIntervention) string {
	switch n {
	case dossier.Renvoyer, dossier.TransmettreAProgres:
		return "Pièce"
	case dossier.ConstaterProgres, dossier.ReprendreDeProgres:
		return "Dossier rendu"
	case dossier.ConstaterReception:
		return "Lettre"
	case dossier.Detacher:
		return "Fiche à séparer"
	case dossier.Controler:
		return "Paiement tiré au sort"
	case dossier.Reparer:
		return "Contrôle"
	case dossier.Remettre:
		return "Demande de remise"
	}
	return "Acte"
}

// objets lists what an act may be about: the acts that it can answer, the
// pieces, the orders that were drawn.
func (f *fiche) objets(n dossier.NatureIntervention, a *agent) []option {
	cs, siens := f.objetsProgres(n)
	if siens {
		return cs
	}
	switch n {
	case dossier.Renvoyer:
		cs = f.choixPieces()
	case dossier.Controler:
		for _, k := range f.Controles {
			if k.Issue == nil {
				cs = append(cs, option{Valeur: k.Ordre, Texte: "Paiement " + k.Ordre})
			}
		}
	case dossier.ConstaterReception:
		cs = f.choixLettres()
	case dossier.Detacher:
		cs = f.choixFiches()
	case dossier.Confirmer:
		cs = f.enAttente(func(x *dossier.Intervention) bool { return a == nil || !x.Auteur().Est(a.Agent) })
	default:
		for _, x := range f.actes() {
			if f.repond(n, x.ID) {
				cs = append(cs, option{Valeur: x.ID, Texte: x.Quoi + ", " + x.Par + ", " + x.Le})
			}
		}
	}
	if n == dossier.Retirer {
		cs = append(cs, f.enAttente(func(x *dossier.Intervention) bool { return x.Nature == dossier.Retirer })...)
	}
	return cs
}

// choixPieces lists what was sent for the person.
func (f *fiche) choixPieces() (cs []option) {
	for i := range f.Pieces {
		if p := &f.Pieces[i]; p.Genre != dossier.GenreIntervention && p.Genre != dossier.GenreDecision {
			cs = append(cs, option{Valeur: p.Empreinte, Texte: majuscule(libelle.Piece(p.Genre)) + " " + p.NomFichier + ", reçue le " + clock.JourDe(p.RecuLe).Francais()})
		}
	}
	return cs
}

// enAttente lists acts that wait for a second person.
func (f *fiche) enAttente(garder func(*dossier.Intervention) bool) (cs []option) {
	for i := range f.Calcul.Situation.AConfirmer {
		if x := &f.Calcul.Situation.AConfirmer[i]; garder(x) {
			cs = append(cs, option{Valeur: x.ID, Texte: majuscule(libelle.Intervention(x.Nature)) + ", " + x.Par + ", " + clock.Texte(x.Instant)})
		}
	}
	return cs
}

// choixLettres lists the letters of the dossier whose reception starts a time limit.
func (f *fiche) choixLettres() (cs []option) {
	for _, x := range f.Notifiees(f.Numero) {
		cs = append(cs, option{Valeur: x.Signature, Texte: "Décision du " + x.DecideeLe.Francais() + ", partie le " + x.PartieLe.Francais()})
	}
	for _, x := range f.IndusEcrits() {
		cs = append(cs, option{Valeur: x.Acte.ID, Texte: "Indu notifié le " + x.NotifieLe.Francais() + ", lettre partie le " + x.PartieLe.Francais()})
	}
	return cs
}

// repond reports whether an act of that nature may answer another.
func (f *fiche) repond(n dossier.NatureIntervention, id string) bool {
	memeID := func(x dossier.Intervention) bool { return x.ID == id }
	i := slices.IndexFunc(f.Calcul.Situation.Interventions, memeID)
	if n == dossier.Retirer {
		return i >= 0 || f.aConfirmer(id)
	}
	return i >= 0 && f.suite(&f.Calcul.Situation.Interventions[i]) == n
}

// preremplir proposes the days of the dossier.
func (f *fiche) preremplir(n dossier.NatureIntervention, sa saisie) {
	if x, _ := decision.Exige(n); x.Jours && !x.Fin {
		sa["du"], sa["au"] = f.etape.Debut.String(), f.etape.Fin.String()
	}
	if ls := f.lignes(); len(ls) == 1 {
		sa["ligne"] = ls[0]
	}
}

// lireActe reads an act from what was typed; what cannot be read is said by
// field.
func lireActe(n dossier.NatureIntervention, a *agent, sa saisie) (dossier.Intervention, map[string]string) {
	fautes := map[string]string{}
	x := dossier.Intervention{
		Nature: n, Par: a.Nom, Matricule: a.Matricule, Role: a.Role, Motif: sa["motif"], Ligne: sa["ligne"], Valeur: sa["valeur"], Acteur: sa["acteur"], Objet: sa["objet"],
	}
	jour := func(nom string) v.Jour {
		j, err := lireDate(sa[nom])
		if err != nil && sa[nom] != "" {
			fautes[nom] = fmt.Sprintf("«%s» n'est pas une date : écrivez-la comme 04/11/2026.", sa[nom])
		}
		return j
	}
	nombre := func(nom string) v.Centimes {
		c, err := v.ParseCentimes(strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "€", "", ",", ".").Replace(sa[nom]))
		if err != nil && sa[nom] != "" {
			fautes[nom] = fmt.Sprintf("«%s» n'est pas un nombre : écrivez-le comme 1850,40.", sa[nom])
		}
		return c
	}
	x.Periode, x.Date, x.Echeance = v.Periode{Du: jour("du"), Au: jour("au")}, jour("date"), jour("echeance")
	x.Montant, x.Heures = nombre("montant"), nombre("heures")
	if e, _ := decision.Exige(n); e.Montant && sa["montant"] == "" {
		fautes["montant"] = "Donnez le montant, en euros."
	}
	if n == dossier.Rattacher {
		lireNumero(&x, sa, fautes)
	}
	if sa["motif"] == "" {
		fautes["motif"] = phrasesManque["motif"]
	}
	return x, fautes
}

// lireDate reads a date as browsers send it, or as people write it.
func lireDate(s string) (v.Jour, error) {
	if p := strings.Split(s, "/"); len(p) == 3 && len(p[2]) == 4 {
		s = fmt.Sprintf("%s-%02s-%02s", p[2], p[1], p[0])
	}
	return v.ParseJour(s)
}

var phrasesManque = map[string]string{
	"motif": "Dites ce que vous avez vu, et pourquoi : un acte a toujours un motif.", "du": "Donnez le premier jour.", "au": "Donnez le dernier jour.", "ligne": "Choisissez l'activité.",
	"montant": "Ce montant ne convient pas.", "date": "Donnez la date.", "acteur": "Dites à qui.", "echeance": "Donnez une date à venir : rien n'est tenu sans date.",
	"objet": "Choisissez dans la liste.", "valeur": "Choisissez dans la liste.",
}

// direManque says beside a field what is wrong with it.
func direManque(m *decision.Manque) string {
	if p, ok := phrasesManque[m.Champ]; ok {
		return p
	}
	return majuscule(m.Phrase) + "."
}

func fichierTropGrand() error {
	return fmt.Errorf("%w : il dépasse %d Mo, ou l'envoi a été coupé", app.ErrJointe, app.TailleJointe>>20)
}

// lireFichier reads the file of the form. Its name keeps no folder.
func lireFichier(r *http.Request) (nom string, contenu []byte, err error) {
	fichier, entete, err := r.FormFile("fichier")
	if err != nil {
		return "", nil, err
	}
	defer fichier.Close()
	contenu, err = io.ReadAll(fichier)
	nom = filepath.Base(strings.ReplaceAll(entete.Filename, `\`, "/"))
	if !utf8.ValidString(nom) {
		nom = "fichier"
	}
	return nom, contenu, err
}

// Dit is the value of a field in words: what was chosen, a date as people write
// it.
func (c *champ) Dit() string {
	for _, o := range c.Choix {
		if o.Choisi {
			return o.Texte
		}
	}
	if nir, err := v.ParseNIR(c.Valeur); err == nil {
		return nir.String()
	}
	if c.Genre == "date" {
		if j, err := lireDate(c.Valeur); err == nil {
			return j.Francais()
		}
	}
	return c.Valeur
}
