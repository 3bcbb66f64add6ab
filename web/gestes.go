package web

import (
	"net/url"
	"slices"
	"strings"

	"accord/dossier"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// gestes are the acts that what holds the days of a dossier, or is asked of others about them,
// calls for, each filled in: one click, then what it would change.
func (f *fiche) gestes() (ls []lien) {
	seule := ""
	if lignes := f.lignes(); len(lignes) == 1 {
		seule = lignes[0]
	}
	remplir := func(n dossier.NatureIntervention, ligne, valeur string, p v.Periode) {
		q := url.Values{"du": {p.Du.String()}, "au": {p.Au.String()}}
		if valeur != "" {
			q.Set("valeur", valeur)
		}
		if ligne != "" {
			q.Set("ligne", ligne)
		}
		ls = append(ls, lien{majuscule(libelle.Intervention(n)) + " " + p.String(), "/dossiers/" + f.Numero + "/actes/" + string(n) + "?" + q.Encode()})
	}
	ajouter := func(n dossier.NatureIntervention, valeur string, p v.Periode) { remplir(n, seule, valeur, p) }
	if f.aSigner() {
		ls = append(ls, lien{"Examiner la décision défavorable", "/dossiers/" + f.Numero + "/signature"})
	}
	for i := range f.Calcul.Questions {
		q := &f.Calcul.Questions[i]
		switch {
		case !f.concerne(q.Pour):
		case q.Code == dossier.QuestionSalaire:
			if mois := premierMois(q.Objet); !mois.IsZero() {
				remplir(dossier.ForcerSalaire, q.Ligne, "", mois)
			}
		case q.Code == dossier.QuestionDates:
			ajouter(dossier.ForcerDernierJour, "", q.Pour)
		case q.Code == dossier.QuestionAvisArret && strings.HasPrefix(q.Objet, dossier.ObjetInitial):
			ajouter(dossier.ForcerCarence, "", q.Pour)
		}
	}
	for i := range f.Retenues {
		r := &f.Retenues[i]
		if r.Dossier != f.Numero || len(r.Details) == 0 {
			continue
		}
		p := joursRetenus(r)
		switch r.Motif {
		case paiement.AttendArbitrage:
			garde, revient := "employeur", "assure"
			if r.PayeA == registre.Assure {
				garde, revient = revient, garde
			}
			ajouter(dossier.PayerAQuiDeDroit, revient, p)
			ajouter(dossier.ForcerDestinataire, garde, p)
		case paiement.ContreCalcul, paiement.Invraisemblable, paiement.ParUneMain:
			ajouter(dossier.Liberer, "", p)
		case paiement.AttendAcompte:
			ajouter(dossier.Avancer, "", p)
		case paiement.TropVerse:
			if r.Par == "" && !f.reclame(p.Du) {
				ajouter(dossier.Compenser, "", p)
				ajouter(dossier.NotifierIndu, "", p)
			}
		}
	}
	return append(ls, f.gestesProgres()...)
}

// premierMois is the first of the months of a missing pay, named «2026-08,2026-09».
func premierMois(objet string) v.Periode {
	j, err := v.ParseJour(objet[:min(7, len(objet))] + "-01")
	if err != nil {
		return v.Periode{}
	}
	return v.P(j, j.FinMois())
}

// courants are the acts that any dossier may call for, and that change no day: each is one click from its page.
func (f *fiche) courants() (ls []lien) {
	for _, n := range []dossier.NatureIntervention{dossier.Joindre, dossier.Noter, dossier.Confier} {
		ls = append(ls, lien{majuscule(libelle.Intervention(n)), "/dossiers/" + f.Numero + "/actes/" + string(n)})
	}
	return ls
}

// reclame reports whether an indu was notified of a day.
func (f *fiche) reclame(j v.Jour) bool {
	return slices.ContainsFunc(f.Calcul.Situation.Interventions, func(a dossier.Intervention) bool {
		return a.Nature == dossier.NotifierIndu && a.Vise(j, a.Ligne)
	})
}

// joursRetenus goes from the first to the last of the days that are held.
func joursRetenus(r *paiement.Retenue) v.Periode {
	p := v.P(r.Details[0].Jour, r.Details[0].Jour)
	for _, j := range r.Details {
		p.Du, p.Au = min(p.Du, j.Jour), max(p.Au, j.Jour)
	}
	return p
}
