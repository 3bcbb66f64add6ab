package retour

import (
	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Version names the contract of the sheet. Once published, keys are only added.
const Version = "accord/retour/1"

// Feuille is the sheet of one dossier, on the day on which it is printed. Amounts are gross, in euros; days
// are dates; what is empty is absent.
type Feuille struct {
	Schema    string     `json:"schema"`
	EtablieLe v.Jour     `json:"etablie_le"`
	Caisse    string     `json:"caisse"`
	Dossier   string     `json:"dossier"`
	Arret     Periode    `json:"arret"` // first and last prescribed days
	Risque    string     `json:"risque"`
	Rendu     *Rendu     `json:"rendu,omitempty"` // absent while the dossier is not with PROGRES
	Suite     string     `json:"suite"`           // its next step, in the words of everyone
	Assure    Assure     `json:"assure"`
	Arrets    []Arret    `json:"arrets"`
	Droits    []Droit    `json:"droits"`
	Bases     []Base     `json:"bases"`
	Compteurs Compteurs  `json:"compteurs"`
	Activites []Activite `json:"activites"`
	Payes     []Paye     `json:"payes_ici"`
	TropVerse v.Centimes `json:"trop_verse"` // paid here beyond what is owed: it stays the matter of the caisse
	Questions []Question `json:"questions"`
	Calcul    []string   `json:"calcul"` // how it is computed, sentence by sentence, with articles
	Pieces    []Piece    `json:"pieces"`
}

// Periode is a run of days, both included.
type Periode struct {
	Du v.Jour `json:"du"`
	Au v.Jour `json:"au"`
}

// Rendu says from when on PROGRES is to pay, by whose act and why.
type Rendu struct {
	Depuis v.Jour `json:"depuis"`
	Le     v.Jour `json:"le"`
	Par    string `json:"par"`
	Motif  string `json:"motif"`
	Acte   string `json:"acte"`
}

// Assure is the insured, with the account where she is paid.
type Assure struct {
	NIR       string `json:"nir"`
	Nom       string `json:"nom"`
	NomUsage  string `json:"nom_usage,omitempty"`
	Prenoms   string `json:"prenoms"`
	Naissance v.Jour `json:"naissance,omitzero"`
	Compte    Compte `json:"compte,omitzero"`
}

// Compte is where someone is paid.
type Compte struct {
	IBAN      string `json:"iban"`
	BIC       string `json:"bic,omitempty"`
	Titulaire string `json:"titulaire,omitempty"`
}

// Arret is a prescription.
type Arret struct {
	Periode
	Nature       string `json:"nature"`
	PrescritLe   v.Jour `json:"prescrit_le,omitzero"`
	RecuLe       v.Jour `json:"recu_le,omitzero"`
	DernierJour  v.Jour `json:"dernier_jour_travaille,omitzero"`
	TempsPartiel bool   `json:"temps_partiel"`
}

// Droit says whether a right is open, by which rule.
type Droit struct {
	Activite    string `json:"activite"`
	Ouvert      bool   `json:"ouvert"`
	Voie        string `json:"voie,omitempty"`
	Regle       string `json:"regle"`
	Apres6Mois  *bool  `json:"apres_six_mois,omitempty"` // absent: not to be known yet
	DernierJour v.Jour `json:"dernier_jour,omitzero"`
}

// Base is what the daily amount follows from. GainJournalier has six decimals.
type Base struct {
	Reference      string      `json:"reference"`
	GainJournalier string      `json:"gain_journalier"`
	IJ             v.Centimes  `json:"ij"`
	IJ2            *v.Centimes `json:"ij_2,omitempty"`
}

// Compteurs counts dates of the dossier, up to the day before the sheet.
type Compteurs struct {
	Carence   int `json:"jours_de_carence"`      // of the waiting period, used
	Indemnise int `json:"jours_indemnises"`      // owed by the law, whoever pays them
	Ici       int `json:"jours_payes_ici"`       // of them, paid by this caisse, whole or in part
	Progres   int `json:"jours_regles_progres"`  // seen paid by PROGRES
	Reste     int `json:"jours_a_payer_progres"` // over, and not seen paid
	TroisAns  int `json:"jours_trois_ans"`       // owed by the law in the three years before, all dossiers known here
}

// Activite is a line of work of the dossier, and its days in runs.
type Activite struct {
	Nom     string  `json:"nom,omitempty"`
	SIRET   string  `json:"siret,omitempty"`
	Contrat string  `json:"contrat,omitempty"`
	Compte  Compte  `json:"compte_employeur,omitzero"` // when he is paid in the place of the insured
	Jours   []Jours `json:"jours"`
	Dernier *Paye   `json:"dernier_jour_paye,omitempty"` // the last day paid here, to whom
}

// Jours is a run of days that stand alike.
type Jours struct {
	Periode
	Risque       string     `json:"risque"`
	Etat         string     `json:"etat"` // what the law says
	Situation    string     `json:"situation"`
	IJ           v.Centimes `json:"ij"`
	Destinataire string     `json:"destinataire,omitempty"`
	PayeIci      v.Centimes `json:"paye_ici"` // of each day
	Reste        v.Centimes `json:"reste"`    // of each day, not paid here; what is certain, while a question is open
	Regle        string     `json:"regle"`
}

// Paye is what was paid here.
type Paye struct {
	Periode
	Le           v.Jour     `json:"le"`
	Reference    string     `json:"reference"`
	Destinataire string     `json:"destinataire"`
	Brut         v.Centimes `json:"brut"`
	Net          v.Centimes `json:"net"`
}

// Question is what nobody answered yet, and of whom it is to be asked.
type Question struct {
	De     string  `json:"aupres_de"`
	Depuis v.Jour  `json:"depuis"`
	Pour   Periode `json:"pour"`
	Phrase string  `json:"phrase"`
}

// Piece is what was received, by its number.
type Piece struct {
	Numero  string `json:"numero"`
	Genre   string `json:"genre"`
	Fichier string `json:"fichier,omitempty"`
	RecueLe v.Jour `json:"recue_le"`
}

// De makes the sheet of a dossier of a person; false when the person has no such dossier.
func De(vue *app.Vue, numero, caisse string) (*Feuille, bool) {
	for i := range vue.Etapes {
		e := &vue.Etapes[i]
		if app.NumeroDossier(vue.Personne, &e.Chaine) != numero {
			continue
		}
		s := vue.Calcul.Situation
		f := &Feuille{
			Schema: Version, EtablieLe: vue.Jour, Caisse: caisse, Dossier: numero, Arret: Periode{e.Debut, e.Fin}, Suite: e.Phrase,
			Risque: string(s.Cas.Arrets[e.Arrets[0]].Risque), TropVerse: e.Bilan.TropPercu,
		}
		r := redacteur{vue: vue, numero: numero, f: f, emis: vue.Emises()}
		r.assure()
		r.rendu()
		r.arrets(e.Arrets)
		r.droits(&e.Chaine)
		r.activites()
		r.payes()
		r.compter()
		r.questions()
		r.calcul()
		r.pieces()
		return f, true
	}
	return nil, false
}

// redacteur fills a sheet.
type redacteur struct {
	vue    *app.Vue
	numero string
	f      *Feuille
	emis   []registre.Pose
}

func (r *redacteur) assure() {
	s := r.vue.Calcul.Situation
	id := &s.Identite
	r.f.Assure = Assure{NIR: r.vue.NIR.Clair(), Nom: id.NomNaissance, NomUsage: id.NomUsage, Prenoms: id.Prenoms, Naissance: id.Naissance}
	if rib, _ := s.CompteAssure(); rib != nil {
		r.f.Assure.Compte = Compte{IBAN: rib.IBAN.Clair(), BIC: rib.BIC, Titulaire: rib.Titulaire}
	}
}

func (r *redacteur) rendu() {
	actes := r.vue.RendusDe(r.numero, false)
	if n := len(actes); n > 0 {
		a := &actes[n-1]
		r.f.Rendu = &Rendu{Depuis: a.Periode.Du, Le: r.vue.RenduLe(a.ID), Par: a.Par, Motif: a.Motif, Acte: a.ID}
	}
}

func (r *redacteur) arrets(arrets []int) {
	r.f.Arrets = []Arret{}
	for _, i := range arrets {
		if a := &r.vue.Calcul.Situation.Cas.Arrets[i]; a.Debut != 0 {
			r.f.Arrets = append(r.f.Arrets, Arret{Periode{a.Debut, a.Fin}, string(a.Nature), a.PrescritLe, a.RecuLe, a.DernierJourTravaille, a.TempsPartiel})
		}
	}
}

func (r *redacteur) droits(ch *dossier.Chaine) {
	r.f.Droits, r.f.Bases = []Droit{}, []Base{}
	sien := func(arret int) bool { return arret >= 0 && contient(ch.Arrets, arret) }
	res := &r.vue.Calcul.Resultat
	for i := range res.Droits {
		d := &res.Droits[i]
		if !sien(d.Arret) {
			continue
		}
		x := Droit{Activite: r.nomActivite(d.Activite), Ouvert: d.Ouvert, Voie: d.Voie, Regle: string(d.Regle), DernierJour: d.DernierJour}
		if d.Apres6Mois.EstConnu() {
			apres := d.Apres6Mois.Ou(false)
			x.Apres6Mois = &apres
		}
		r.f.Droits = append(r.f.Droits, x)
	}
	for i := range res.Bases {
		b := &res.Bases[i]
		if !sien(b.Arret) {
			continue
		}
		x := Base{Reference: b.Reference, GainJournalier: b.GainJournalier.Decimal(6), IJ: b.IJ}
		if b.IJ2.EstConnu() {
			ij := b.IJ2.Ou(0)
			x.IJ2 = &ij
		}
		r.f.Bases = append(r.f.Bases, x)
	}
}

func contient(xs []int, x int) bool {
	for _, y := range xs {
		if x == y {
			return true
		}
	}
	return false
}

func (r *redacteur) nomActivite(i int) string {
	ls := r.vue.Calcul.Situation.Lignes
	if i < 0 || i >= len(ls) {
		return ""
	}
	if ls[i].Nom != "" {
		return ls[i].Nom
	}
	return ls[i].Cle
}

// paye is what a day of a line was paid here, whoever received it and under whatever risk.
func (r *redacteur) paye(j v.Jour, ligne string) (brut v.Centimes) {
	for i := range r.emis {
		if p := &r.emis[i]; p.Jour == j && p.Ligne == ligne {
			brut += p.Brut
		}
	}
	return brut
}

// du reports whether the law owes a day, or waits to know.
func du(d *registre.Du) bool { return d.Etat == droit.Paye && d.IJ > 0 || d.Etat == droit.Attente }
