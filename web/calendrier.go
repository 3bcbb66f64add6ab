package web

import (
	"strings"

	"accord/libelle"
	v "accord/valeur"
)

// mois is one table of the calendar: weeks from Monday to Sunday.
type mois struct {
	Titre    string
	Ancre    string
	Ancien   bool // shown folded
	Semaines [][7]caseJour
}

// caseJour is one cell. A cell without number is outside the month; one without
// address is outside the dossier.
type caseJour struct {
	Numero     int
	Href       string
	Titre      string
	Aujourdhui bool
	Pastilles  []pastille
}

// pastille is what a cell says of one or several lines of its day.
type pastille struct {
	Aspect libelle.Aspect
	Signe  string
	Texte  string // the amount where there is one, else a short word

	montant v.Centimes
}

// moisOuverts is how many months are shown unfolded: the last ones.
const moisOuverts = 6

// calendrier lays the days of the dossier out, month by month.
func (f *fiche) calendrier() []mois {
	if len(f.Jours) == 0 {
		return nil
	}
	par := map[v.Jour][]*jour{}
	for i := range f.Jours {
		par[f.Jours[i].Jour] = append(par[f.Jours[i].Jour], &f.Jours[i])
	}
	var ms []mois
	dernier := f.Jours[len(f.Jours)-1].Jour
	for m := f.Jours[0].Jour.DebutMois(); m <= dernier; m = m.AjouterMois(1) {
		ms = append(ms, f.mois(m, par))
	}
	for i := range ms {
		ms[i].Ancien = i < len(ms)-moisOuverts
	}
	return ms
}

func (f *fiche) mois(premier v.Jour, par map[v.Jour][]*jour) mois {
	m := mois{Titre: premier.MoisEnLettres(), Ancre: "m-" + premier.String()[:7]}
	fin := premier.FinMois()
	for lundi := premier - v.Jour(premier.JourSemaine()-1); lundi <= fin; lundi += 7 {
		var semaine [7]caseJour
		for k := range semaine {
			if d := lundi + v.Jour(k); d >= premier && d <= fin {
				semaine[k] = f.caseDe(d, int(d-premier)+1, par[d])
			}
		}
		m.Semaines = append(m.Semaines, semaine)
	}
	return m
}

func (f *fiche) caseDe(d v.Jour, numero int, lignes []*jour) caseJour {
	c := caseJour{Numero: numero, Aujourdhui: d == f.Dossier.Jour}
	if len(lignes) == 0 {
		return c
	}
	c.Href = f.adresseJour(d)
	c.Titre = libelle.JourEnLettres(d) + " : " + f.direJour(lignes)
	for _, j := range lignes {
		c.ajouter(j)
	}
	for i := range c.Pastilles {
		if p := &c.Pastilles[i]; p.montant > 0 && !p.Aspect.EnAttente() {
			p.Texte = p.montant.Nombre()
		}
	}
	return c
}

// ajouter adds a line to the marks of a cell: lines of one aspect share a mark.
func (c *caseJour) ajouter(j *jour) {
	for i := range c.Pastilles {
		if c.Pastilles[i].Aspect == j.Aspect {
			c.Pastilles[i].montant += j.montant()
			return
		}
	}
	m := j.Aspect.Mot()
	c.Pastilles = append(c.Pastilles, pastille{Aspect: j.Aspect, Signe: m.Signe, Texte: m.Court, montant: j.montant()})
}

// montant is the amount to show for a day: what is owed; what is certain of a
// day that waits; where too much was paid, what was paid.
func (j *jour) montant() v.Centimes {
	switch j.Aspect {
	case libelle.TropVerse:
		return j.Suite.Verse + j.Suite.Engage
	case libelle.Attendu, libelle.SurCompte, libelle.PayeParProgres:
		return j.IJ
	}
	return j.Dette()
}

// direJour says a day in words, naming the employer where there are several.
func (f *fiche) direJour(lignes []*jour) string {
	mots := make([]string, len(lignes))
	for i, j := range lignes {
		mots[i] = j.Aspect.Mot().Mot
		if m := j.montant(); m > 0 {
			mots[i] += ", " + m.Euros()
			if j.Aspect.EnAttente() {
				mots[i] += " déjà certain"
			}
		}
		if j.Aspect.EnAttente() && j.Suite.Verse > 0 {
			mots[i] += ", " + j.Suite.Verse.Euros() + " déjà payé"
		}
		if len(lignes) > 1 {
			mots[i] += " (" + f.nomLigne(j.Ligne) + ")"
		}
	}
	return strings.Join(mots, " ; ")
}

func (f *fiche) adresseJour(d v.Jour) string {
	return "/dossiers/" + f.Numero + "/jours/" + d.String()
}

// legende lists the aspects that the calendar shows, in the order of a legend.
func (f *fiche) legende() []libelle.Aspect {
	vus := map[libelle.Aspect]bool{}
	for i := range f.Jours {
		vus[f.Jours[i].Aspect] = true
	}
	var as []libelle.Aspect
	for _, a := range libelle.Aspects() {
		if vus[a] {
			as = append(as, a)
		}
	}
	return as
}
