package sim

import v "accord/valeur"

// Plan says what was drawn: what the caisse will receive, and what it must
// notice.
type Plan struct {
	Config         Config // as completed
	Fin            v.Jour // last day
	Employeurs     int    // enterprises
	Etablissements int
	Malades        int // people with a sickness; with Autres they are Config.Assures, unless too few have a job
	Arrets         int // sicknesses
	Autres         int // people of whom an accident, a leave or an arrêt of an independent was drawn
	Prescriptions  int // those that reach the caisse before the end
	Fichiers       int
	Octets         int64
	Troubles       []Trouble
}

// Trouble is one trouble that was written. What does not apply to its kind is
// zero.
type Trouble struct {
	Genre    Genre
	Fichier  string // path of the file that carries it, under the folder of the caisse
	Rubrique string // DSN rubric or JSON key that an anomaly must name
	NIR      v.NIR
	Arret    v.Periode // days prescribed, or that would have been
	SIRET    v.SIRET
	Mois     v.Jour
	Montant  v.Centimes // right gross pay of that month
}

// DuGenre lists the troubles of a kind.
func (p *Plan) DuGenre(g Genre) []Trouble {
	var ts []Trouble
	for _, t := range p.Troubles {
		if t.Genre == g {
			ts = append(ts, t)
		}
	}
	return ts
}
