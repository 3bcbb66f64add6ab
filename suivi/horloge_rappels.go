package suivi

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// NatureRappel is what a rung of the ladder does.
type NatureRappel string

const (
	RappelDemande     NatureRappel = "demande"
	RappelRappel      NatureRappel = "rappel"
	RappelInformation NatureRappel = "information" // the insured is told that someone else does not answer
	RappelDemeure     NatureRappel = "mise_en_demeure"
	RappelAgent       NatureRappel = "agent" // nobody is written to any more: the agent takes over
)

// Rappel is one rung of the ladder of a question, on its day.
type Rappel struct {
	Rang   int
	Le     v.Jour // first day on which it is done, when the one before was in time
	A      string // «employeur:SIRET», «assure», «technicien»
	Nature NatureRappel
}

// rappel is one dated row of the table of reminders.
type rappel struct {
	code         string
	rang, jours  int
	echeance     bool // counted from the last day to answer, not from the first day of the wait
	a            string
	nature       NatureRappel
	du, au       v.Jour
	source       string
	vraiEncoreLe v.Jour
}

// autresQuestions is the code of the ladder that serves every question without its own.
const autresQuestions = "*"

//go:embed rappels.csv
var rappelsCSV string

var rappels = chargerRappels(rappelsCSV)

func chargerRappels(texte string) []rappel {
	var rs []rappel
	for n, l := range lireTable("rappels.csv", texte, 10) {
		r, err := lireRappel(l)
		if err != nil {
			panic(fmt.Sprintf("suivi: rappels.csv, rangée %d (%s) : %v", n+1, l[0], err))
		}
		rs = append(rs, r)
	}
	return rs
}

func lireRappel(l []string) (r rappel, err error) {
	r = rappel{code: l[0], echeance: l[2] == "echeance", a: l[4], nature: NatureRappel(l[5]), source: l[8]}
	if r.rang, err = strconv.Atoi(l[1]); err != nil {
		return r, fmt.Errorf("rang «%s», attendu un nombre", l[1])
	}
	if r.jours, err = strconv.Atoi(l[3]); err != nil || r.jours < 0 {
		return r, fmt.Errorf("jours «%s», attendu un nombre", l[3])
	}
	if !r.echeance && l[2] != "attente" {
		return r, fmt.Errorf("départ «%s», attendu attente ou echeance", l[2])
	}
	if r.du, r.au, err = lireBornes(l[6], l[7]); err != nil {
		return r, err
	}
	r.vraiEncoreLe, err = v.ParseJour(l[9])
	return r, err
}

// Rappels lists the rungs of the ladder of a question, in order. The insured is
// not told that he does not answer; he is reminded. Once dead he is told nothing.
func Rappels(c droit.Calendrier, q *dossier.Question) []Rappel {
	code := q.Code
	if !slices.ContainsFunc(rappels, func(r rappel) bool { return r.code == code }) {
		code = autresQuestions
	}
	var rs []Rappel
	for i := range rappels {
		r := &rappels[i]
		if r.code != code || q.Depuis < r.du || r.au != 0 && q.Depuis > r.au || r.nature == RappelInformation && (q.AupresDe == "assure" || q.SansAssure) {
			continue
		}
		x := Rappel{Rang: r.rang, Le: q.Depuis + v.Jour(r.jours), A: r.a, Nature: r.nature}
		if r.echeance {
			x.Le = EcheanceDans(c, q.Code, q.Depuis) + v.Jour(r.jours)
		}
		if r.a == interroge {
			x.A = q.AupresDe
		}
		rs = append(rs, x)
	}
	return rs
}

// SansReponse reports whether the ladder is climbed: whoever is asked did not
// answer, and the agent takes over; and since when.
func SansReponse(c droit.Calendrier, q *dossier.Question, jour v.Jour) (v.Jour, bool) {
	if q.AupresDe == "caisse" {
		return 0, false
	}
	rs := Rappels(c, q)
	if len(rs) == 0 {
		return 0, false
	}
	dernier := rs[len(rs)-1]
	return dernier.Le, dernier.Nature == RappelAgent && dernier.Le <= jour
}
