package dsn

import (
	"fmt"
	"slices"

	"accord/valeur"
)

// The checks that look at several rubrics. They follow the controls of
// coherence of the norm (CCH) where there is one.

// verifierArret only signals: what an arrêt states is for the caisse to settle.
func (t *arbre) verifierArret(rubs []Rubrique) {
	a := t.a
	signaler := func(numero Code, trouve, attendu, remarque string) {
		code := blocArret + numero
		t.noter(constat{gravite: Signalee, ligne: ligneDe(rubs, code), code: code, trouve: trouve, attendu: attendu, remarque: remarque})
	}
	if a.Subrogation.Ou(false) && !presente(rubs, codeIBAN) {
		signaler(7, "", "l'IBAN de l'employeur", "subrogation demandée et pas de compte : aucun paiement à l'employeur")
	}
	if p := a.PeriodeSubrogation; p.Du != 0 && p.Au != 0 && p.Au < p.Du {
		signaler(6, p.Au.DSN(), "une date à partir du "+p.Du.Francais(), "la subrogation finit avant de commencer")
	}
	if a.FinPrevue != 0 && a.FinPrevue < a.DernierJourTravaille {
		signaler(3, a.FinPrevue.DSN(), "une date à partir du "+a.DernierJourTravaille.Francais(),
			"l'arrêt finit avant le dernier jour travaillé")
	}
	if t.c.Debut != 0 && a.DernierJourTravaille < t.c.Debut { // CCH-13
		signaler(2, a.DernierJourTravaille.DSN(), "une date à partir du "+t.c.Debut.Francais(),
			"le dernier jour travaillé précède le début du contrat")
	}
	if a.Motif.ApresAccident() && !presente(rubs, blocArret+12) { // CCH-11
		signaler(12, "", "une date JJMMAAAA", "la date de l'accident ou de la première constatation manque")
	}
	if t.d.Nature == NatureReprise && !presente(rubs, blocArret+10) {
		signaler(10, "", "une date JJMMAAAA", "signalement de reprise sans date de reprise")
	}
}

// verifierTempsPartiel tells whether the block is usable.
func (t *arbre) verifierTempsPartiel(tp *TempsPartiel, rubs []Rubrique) bool {
	if perte := tp.Perte.Ou(0); perte < 0 && !t.d.Type.Remplace() {
		code := blocTempsPartiel + 3
		t.noter(constat{gravite: Signalee, ligne: ligneDe(rubs, code), code: code, trouve: perte.String(), attendu: "un montant positif",
			remarque: "perte de salaire négative hors d'une déclaration qui annule et remplace"})
	}
	return t.verifierPeriode(tp.Periode, rubs, 2)
}

// verifierRemuneration tells whether the line is usable.
func (t *arbre) verifierRemuneration(rubs []Rubrique) bool {
	if !t.r.Montant.EstConnu() && !t.r.Heures.EstConnu() {
		t.noter(constat{gravite: BlocEcarte, ligne: rubs[0].Ligne, code: blocRemuneration + 13, attendu: "un montant ou un nombre d'heures",
			remarque: "rémunération sans montant ni heures"})
		return false
	}
	return t.verifierPeriode(t.r.Periode, rubs, 2)
}

// verifierPeriode tells whether the ends of a period are in order; the end is
// in the rubric numero.
func (t *arbre) verifierPeriode(p valeur.Periode, rubs []Rubrique, numero Code) bool {
	if p.Au == 0 || p.Au >= p.Du {
		return true
	}
	code := rubs[0].Code.Bloc() + numero
	t.noter(constat{gravite: BlocEcarte, ligne: ligneDe(rubs, code), code: code, trouve: p.Au.DSN(),
		attendu: "une date à partir du " + p.Du.Francais(), remarque: "la période finit avant de commencer"})
	return false
}

// verifierContrats signals the pay that names a contract that the declaration
// does not know, once for each number.
func (t *arbre) verifierContrats() {
	numeros := make(map[string]bool)
	for _, cs := range [][]Contrat{t.i.Contrats, t.i.ContratsEcartes} {
		for k := range cs {
			numeros[cs[k].Numero] = true
			for _, ch := range cs[k].Changements {
				numeros[ch.AncienNumero] = true
			}
		}
	}
	for k := range t.i.Versements {
		rs := t.i.Versements[k].Remunerations
		for j := range rs {
			r := &rs[j]
			if r.Contrat == "" || numeros[r.Contrat] {
				continue
			}
			numeros[r.Contrat] = true
			code := blocRemuneration + 10
			t.noter(constat{gravite: Signalee, ligne: ligneDe(t.tranche(r.Lignes), code), code: code, trouve: r.Contrat,
				attendu:  "le numéro d'un contrat de cet individu",
				remarque: fmt.Sprintf("rémunération du contrat « %s », que la déclaration ne décrit pas", r.Contrat)})
		}
	}
}

func presente(rubs []Rubrique, code Code) bool {
	return slices.ContainsFunc(rubs, func(r Rubrique) bool { return r.Code == code })
}

// ligneDe returns the line of a rubric, or the first line of its block.
func ligneDe(rubs []Rubrique, code Code) int {
	for k := range rubs {
		if rubs[k].Code == code {
			return rubs[k].Ligne
		}
	}
	return rubs[0].Ligne
}
