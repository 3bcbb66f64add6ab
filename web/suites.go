package web

import (
	"strings"

	"accord/droit"
	"accord/libelle"
	"accord/registre"
	v "accord/valeur"
)

// groupe is the days of one activity line, in runs.
type groupe struct {
	Ligne  string
	Suites []suite
}

// suite is a run of consecutive days that read the same.
type suite struct {
	Periode      v.Periode
	Jours        int
	Href         string // its first day
	Aspect       libelle.Aspect
	Mot          libelle.Mot
	IJ           v.Centimes
	Certain      bool // the amount is what is certain of a day that waits
	Destinataire string
	Regle        regle
	Attend       string // who is awaited, when someone is

	cle          registre.Cle
	regle        droit.Regle
	destinataire registre.Destinataire
	attend       string
}

// suites groups the days of the dossier, line by line.
func (f *fiche) suites(as []attente) []groupe {
	var gs []groupe
	for _, ligne := range f.lignes() {
		g := groupe{Ligne: f.nomLigne(ligne)}
		for i := range f.Jours {
			if j := &f.Jours[i]; j.Ligne == ligne {
				g.Suites = f.prolonger(g.Suites, j, as)
			}
		}
		gs = append(gs, g)
	}
	return gs
}

// prolonger adds a day to the last run, or begins one.
func (f *fiche) prolonger(ss []suite, j *jour, as []attente) []suite {
	attend := f.attend(as, j)
	if n := len(ss); n > 0 {
		s := &ss[n-1]
		meme := s.Aspect == j.Aspect && s.IJ == j.montant() && s.destinataire == j.Destinataire && s.regle == j.Regle && s.cle.Risque == j.Risque && s.attend == attend
		if meme && s.Periode.Au+1 == j.Jour {
			s.Periode.Au = j.Jour
			s.Jours++
			return ss
		}
	}
	return append(ss, suite{
		Periode: v.P(j.Jour, j.Jour), Jours: 1, Href: f.adresseJour(j.Jour), Aspect: j.Aspect, Mot: j.Aspect.Mot(),
		IJ: j.montant(), Certain: j.Aspect.EnAttente(), Destinataire: f.destinataireDe(j), Regle: f.regle(j.Regle), Attend: attend,
		cle: j.Cle, regle: j.Regle, destinataire: j.Destinataire, attend: attend,
	})
}

// attend says who is awaited for a day, and what was paid meanwhile.
func (f *fiche) attend(as []attente, j *jour) string {
	if !j.Aspect.EnAttente() {
		return ""
	}
	var mots []string
	for _, code := range attendus(as, j) {
		mots = append(mots, f.acteurDe(code))
	}
	if j.Suite.Verse > 0 {
		mots = append(mots, j.Suite.Verse.Euros()+" déjà payé")
	}
	return strings.Join(mots, ", ")
}

// destinataireDe names the payee of a day; the employer of the line needs no
// name beside it.
func (f *fiche) destinataireDe(j *jour) string {
	i := f.Calcul.Situation.Index(j.Ligne)
	if siret := j.Destinataire.SIRET(); siret != "" && i >= 0 && f.Calcul.Situation.Lignes[i].SIRET == siret {
		return libelle.Destinataire("employeur", "")
	}
	return f.destinataire(j.Destinataire)
}

// Dates gives the ends of the run: «14/09/2026 – 16/09/2026».
func (s *suite) Dates() string {
	if s.Jours == 1 {
		return s.Periode.Du.Francais()
	}
	return s.Periode.Du.Francais() + " – " + s.Periode.Au.Francais()
}

// Total is the gross amount of the run.
func (s *suite) Total() v.Centimes { return s.IJ.Fois(s.Jours) }
