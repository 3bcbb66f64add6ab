package app

import "accord/registre"

// comparerDus gives the runs of days of which two registers, each in the order of its
// keys, say something else. The number of a dossier is no part of what is said.
func comparerDus(avant, apres []registre.Du) (ss []SuiteRejouee) {
	for len(avant) > 0 || len(apres) > 0 {
		var a, b registre.Du
		ordre := -1
		switch {
		case len(avant) == 0:
			ordre = 1
		case len(apres) > 0:
			ordre = avant[0].Compare(apres[0].Cle)
		}
		if ordre <= 0 {
			a, avant = avant[0], avant[1:]
		}
		if ordre >= 0 {
			b, apres = apres[0], apres[1:]
		}
		s := SuiteRejouee{Cle: a.Cle, Au: a.Jour, Dossier: a.Dossier, Avant: dit(a), Apres: dit(b)}
		if ordre >= 0 {
			s.Cle, s.Au, s.Dossier = b.Cle, b.Jour, b.Dossier
		}
		if s.Avant != s.Apres {
			ss = suivre(ss, s)
		}
	}
	return ss
}

// dit is what a register says of a day: neither which day, nor under which number, nor what was paid and decided of it.
func dit(d registre.Du) registre.Du {
	d = garde(d)
	d.Cle, d.Dossier = registre.Cle{}, ""
	return d
}

// garde is what the register keeps of a day: not what was paid, nor what was decided of it.
func garde(d registre.Du) registre.Du {
	d.Libere, d.Redresse, d.Progres, d.ParProgres = 0, false, "", 0
	return d
}

// suivre adds a run, to the last one when it goes on in the same way.
func suivre(ss []SuiteRejouee, s SuiteRejouee) []SuiteRejouee {
	if n := len(ss); n > 0 {
		p := &ss[n-1]
		suivant := p.Cle
		suivant.Jour = p.Au + 1
		if suivant == s.Cle && p.Avant == s.Avant && p.Apres == s.Apres && p.Dossier == s.Dossier {
			p.Au = s.Au
			return ss
		}
	}
	return append(ss, s)
}
