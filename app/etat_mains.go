package app

import (
	"cmp"
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/suivi"
	v "accord/valeur"
)

// Mains counts what people did on dossiers, and what they had to do. Signing and
// giving the visa of payments are asked for every dossier: they do not count.
type Mains struct {
	Seuls         int // dossiers that went and go alone: nobody acted, nobody must
	Actes         int // acts and decisions, withdrawn ones among them
	P50, P99, Max int // of them, a dossier
	Raisons       []Raison
}

// Raison is why a human was needed.
type Raison struct {
	Code     string // nature of an act, [CauseDecision], [CauseSansCalcul], [CauseSansReponse], or a motive for which a run leaves days to a human
	Dossiers int
}

// humains are the motives for which a run leaves days to a human.
var humains = []paiement.Motif{paiement.AttendArbitrage, paiement.ContreCalcul, paiement.TropVerse, paiement.AttendReprise, paiement.Invraisemblable}

// compterMains counts the hands on each dossier of a person.
func (k *compteur) compterMains(d *Dossier, faits []dossier.Fait) {
	actes := map[string][]string{} // by dossier, a reason for each act
	vus := map[string]bool{}       // an act that two records keep is one act
	var interventions []dossier.Intervention
	for i := range faits {
		switch f := &faits[i]; {
		case f.ConnuLe > d.Jour:
		case f.Intervention != nil && (vus[f.Intervention.ID] || f.Intervention.Role == decision.Declaration):
		case f.Intervention != nil:
			vus[f.Intervention.ID] = true
			interventions = append(interventions, *f.Intervention)
		case f.Decision != nil:
			num := d.dossierDe(&dossier.Intervention{Periode: f.Decision.Periode})
			actes[num] = append(actes[num], CauseDecision)
		}
	}
	parDossier := d.actesDe(interventions)
	for i := range d.Etapes {
		e := &d.Etapes[i]
		num := NumeroDossier(d.Personne, &e.Chaine)
		for _, a := range parDossier[num] {
			actes[num] = append(actes[num], string(a.Nature))
		}
		k.e.Mains.Actes += len(actes[num])
		k.touches = append(k.touches, len(actes[num]))
		raisons := append(slices.Clone(actes[num]), d.attendent(num, e)...)
		slices.Sort(raisons)
		raisons = slices.Compact(raisons)
		if len(raisons) == 0 {
			k.e.Mains.Seuls++
		}
		for _, r := range raisons {
			k.raison(r)
		}
	}
}

// attendent lists why a human must act today on a dossier, whatever was done.
func (d *Dossier) attendent(num string, e *Etape) (raisons []string) {
	for _, r := range d.Retenues {
		if r.Dossier == num && slices.Contains(humains, r.Motif) {
			raisons = append(raisons, string(r.Motif))
		}
	}
	for i := range d.Proposees {
		if p := &d.Proposees[i]; p.Dossier == num && p.Signee == nil && p.Periode.Du < d.Jour {
			raisons = append(raisons, CauseDecision)
		}
	}
	if e.Genre == suivi.Agent && e.Acteur == "technicien" && len(raisons) == 0 && len(suivi.Ouvertes(e.Taches)) == 0 {
		raisons = append(raisons, d.relais(num, e))
	}
	return raisons
}

// relais says why a technician takes a dossier over: what was asked stayed
// without an answer, or nobody can be asked.
func (d *Dossier) relais(num string, e *Etape) string {
	question := slices.ContainsFunc(d.Calcul.Questions, func(q dossier.Question) bool { return !q.Pour.Inter(v.P(e.Debut, e.Fin)).IsZero() })
	compte := slices.ContainsFunc(d.Retenues, func(r paiement.Retenue) bool { return r.Dossier == num && r.Motif == paiement.AttendCompte })
	if question || compte {
		return CauseSansReponse
	}
	return d.sansCalcul(v.P(e.Debut, e.Fin))
}

func (k *compteur) raison(code string) {
	i := slices.IndexFunc(k.e.Mains.Raisons, func(r Raison) bool { return r.Code == code })
	if i < 0 {
		i = len(k.e.Mains.Raisons)
		k.e.Mains.Raisons = append(k.e.Mains.Raisons, Raison{Code: code})
	}
	k.e.Mains.Raisons[i].Dossiers++
}

func (k *compteur) finirMains() {
	m := &k.e.Mains
	slices.Sort(k.touches)
	m.P50, m.P99, m.Max = rang(k.touches, 50), rang(k.touches, 99), rang(k.touches, 100)
	slices.SortFunc(m.Raisons, func(a, b Raison) int { return cmp.Or(cmp.Compare(b.Dossiers, a.Dossiers), cmp.Compare(a.Code, b.Code)) })
}
