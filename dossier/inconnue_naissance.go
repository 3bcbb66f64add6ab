package dossier

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// issue is one answer to what nobody said of a birth.
type issue struct {
	enfants, rang int
	hospitalise   bool
}

// inconnuesNaissances closes what nobody said of the births that a maternity leave
// follows: how many children, of what rank, and whether one born long before the term was in
// hospital. The law by itself leaves the days that hang on it waiting; but the pays before the
// leave, and what comes beside it or after (another leave, a sick leave and its waiting period),
// hang on the same answers.
func inconnuesNaissances(t *parametre.Table, cas *droit.Cas) []inconnue {
	var is []inconnue
	for i := range cas.Naissances {
		issues := issuesDe(t, cas, &cas.Naissances[i])
		if len(issues) < 2 {
			continue
		}
		is = append(is, inconnue{reponses: len(issues), poids: ecartConge, fermer: func(c *droit.Cas, reponse int) {
			n, x := &c.Naissances[i], issues[reponse]
			n.Enfants, n.Rang = x.enfants, max(n.Rang, x.rang)
			if ne := n.AccouchementLe; n.EnfantHospitalise == nil && x.hospitalise {
				n.EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(ne, ne)}}
			} else if n.EnfantHospitalise == nil {
				n.EnfantHospitalise = []droit.Hospitalisation{}
			}
		}})
	}
	return is
}

// issuesDe lists the answers that change the leave of a birth, the shortest leave first.
func issuesDe(t *parametre.Table, cas *droit.Cas, n *droit.Naissance) []issue {
	if !congeDeMere(cas, n) {
		return nil
	}
	enfants, rangs, hospitalise := []int{n.Enfants}, []int{n.Rang}, []bool{false}
	if n.Enfants == 0 {
		enfants = []int{1, 2, 3}
	}
	if n.Rang == 0 {
		rangs = []int{1, 3}
	}
	if n.EnfantHospitalise == nil && prematuree(t, n) {
		hospitalise = []bool{false, true}
	}
	var is []issue
	for _, h := range hospitalise {
		for _, e := range enfants {
			for k, r := range rangs {
				if e == 1 || k == 0 { // the leave of several children is the same whatever their rank
					is = append(is, issue{e, r, h})
				}
			}
		}
	}
	return is
}

// congeDeMere reports whether a maternity leave of the case follows a birth.
func congeDeMere(cas *droit.Cas, n *droit.Naissance) bool {
	return slices.ContainsFunc(cas.Arrets, func(a droit.Arret) bool {
		return a.Risque == droit.Maternite && (a.Naissance == n.ID || a.Grossesse == n.ID || len(cas.Naissances) == 1)
	})
}

// prematuree reports whether a child was born so long before the term that days in
// hospital lengthen the leave (MAT-02).
func prematuree(t *parametre.Table, n *droit.Naissance) bool {
	jours, err := t.Entier(parametre.MatPrematureJours, n.PrevueLe)
	return err == nil && n.PrevueLe != 0 && n.AccouchementLe != 0 && int(n.PrevueLe-n.AccouchementLe) > jours
}

// sansReponse is what the law says of a case whose births are not closed: what it asks
// of them, and the rules by which days wait for the answer.
type sansReponse struct {
	manques []droit.Manque
	regles  map[cleJour]droit.Regle
}

// lireSansReponse reads it; the ranks that cas gives are asked by the dossier itself.
func lireSansReponse(cas *droit.Cas, r *droit.Resultat) *sansReponse {
	s := &sansReponse{regles: map[cleJour]droit.Regle{}}
	rangTu := slices.ContainsFunc(cas.Naissances, func(n droit.Naissance) bool { return n.Rang == 0 })
	for _, m := range r.Manques {
		switch m.Code {
		case "NOMBRE_ENFANTS", "HOSPITALISATION_ENFANT", "DATE_ACCOUCHEMENT":
			s.manques = append(s.manques, m)
		case "RANG_ENFANT":
			if rangTu {
				s.manques = append(s.manques, m)
			}
		}
	}
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Etat == droit.Attente {
			s.regles[cleJour{j.Date, j.Activite, j.Risque}] = j.Regle
		}
	}
	return s
}

// regle returns the rule of a day that waits: that of the law where it waits by
// itself, else that of the first answer.
func (s *sansReponse) regle(j *jourVu) droit.Regle {
	if s != nil {
		if regle, attend := s.regles[cleJour{j.Date, j.Activite, j.Risque}]; attend {
			return regle
		}
	}
	return j.Regle
}

// demander puts first what the law asks of the births, for all the days that hang on it
// whatever the answers.
func (s *sansReponse) demander(r *droit.Resultat) {
	if s == nil {
		return
	}
	r.Manques = append(slices.Clone(s.manques), slices.DeleteFunc(r.Manques, func(m droit.Manque) bool {
		return slices.ContainsFunc(s.manques, func(x droit.Manque) bool { return x.Code == m.Code && x.AupresDe == m.AupresDe && x.Phrase == m.Phrase })
	})...)
}
