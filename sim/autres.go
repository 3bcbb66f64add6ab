package sim

import (
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// genreAutre is one kind of benefit: how many of them, and how one is drawn; nil
// when it does not suit the person.
type genreAutre struct {
	nombre int
	tirer  func(alea, *Config, *salarie) *arret
}

// tirerAutres draws the accidents, the diseases of work, the births and the rare
// leaves, among the employees who are not ill, what follows some of them, and
// the independents, who are not employees. Their ranks follow those of the
// sicknesses.
func tirerAutres(c *Config, salaries []*salarie, maladies int, nirs registreNIR) []*arret {
	sinistres, naissances := nombreAutres(maladies)
	genres := []genreAutre{
		{sinistres, alea.sinistre}, {naissances, alea.naitre}, {quota(partAdoptions, naissances), alea.adopter},
		{quota(partDeuils, naissances), alea.perdreEnfant}, {quota(partAccompagnants, naissances), alea.accompagner},
	}
	var autres []*arret
	ajouter := func(x *arret) {
		x.rang = maladies + len(autres)
		x.salarie.arrets = append(x.salarie.arrets, x)
		autres = append(autres, x)
	}
	g := 0
	for _, i := range flux(c.Graine, "autres prestations", 0).Perm(len(salaries)) {
		for g < len(genres) && genres[g].nombre == 0 {
			g++
		}
		s := salaries[i]
		if g == len(genres) || len(s.arrets) > 0 || !s.disponible() {
			continue
		}
		if x := genres[g].tirer(flux(c.Graine, "autre", s.rang), c, s); x != nil {
			ajouter(x)
			genres[g].nombre--
		}
	}
	for _, x := range append(suivre(c, autres), prolonger(c, autres)...) {
		ajouter(x)
	}
	for n := range independants(maladies) {
		a := flux(c.Graine, "indépendant", n)
		naissance := c.Debut - v.Jour(a.entre(25*365, 62*365))
		s := &salarie{rang: 900_000 + n, sexe: a.entre(1, 2), ribConnu: a.chance(partRIBConnu), compte: iban(900_000 + n)}
		s.nir = nirs.suivant(s.sexe, naissance)
		s.identite = dossier.Identite{NomNaissance: a.nom(), Prenoms: a.prenoms(s.sexe), Naissance: naissance}
		x := a.voyager(s, c.Debut+v.Jour(a.IntN(max(1, c.Jours-delaiMax))), a.joursIndemnises()+carence)
		x.risque = droit.Maladie
		ajouter(x)
	}
	return autres
}

// prolonger gives some parents a further leave of birth.
func prolonger(c *Config, autres []*arret) (suites []*arret) {
	al := flux(c.Graine, "congé supplémentaire de naissance", 0)
	var possibles []*arret
	for _, x := range autres {
		if x.naissance != nil {
			if y := al.prolongerNaissance(c, x); y != nil {
				possibles = append(possibles, y)
			}
		}
	}
	al.Shuffle(len(possibles), func(i, j int) { possibles[i], possibles[j] = possibles[j], possibles[i] })
	return possibles[:min(len(possibles), quota(partNaissance, len(possibles)))]
}

// disponible: one job, with its pays declared since the first month, that lasts
// to the end.
func (s *salarie) disponible() bool {
	k := s.contrats[0]
	return len(s.contrats) == 1 && k.quotite >= 50 && k.debut < k.premier && k.fin == 0
}

// voyager draws how the prescriptions of an arrêt of a known length travel.
func (a alea) voyager(s *salarie, debut v.Jour, total int) *arret {
	return &arret{salarie: s, debut: debut, delai04: min(1+int(1.5*a.ExpFloat64()), 8), delaiRIB: a.entre(0, 4), prescriptions: a.prescriptions(debut, total)}
}

// sinistre draws an accident at work or on the way, or a disease of work.
func (a alea) sinistre(c *Config, s *salarie) *arret {
	debut := c.Debut + v.Jour(a.IntN(max(1, c.Jours-delaiMax)))
	x := a.voyager(s, debut, a.joursIndemnises()*dureeSinistre/dureeSinistreSur+1)
	switch n := a.IntN(accidentsTravail + accidentsTrajet + maladiesPro); {
	case n < accidentsTravail:
		x.risque = droit.AccidentTravail
	case n < accidentsTravail+accidentsTrajet:
		x.risque = droit.AccidentTrajet
	default:
		x.risque = droit.MaladiePro
	}
	x.sinistreLe = debut - 1
	if x.risque == droit.MaladiePro {
		x.sinistreLe = debut
	}
	x.instruction = instruction{reserves: a.chance(partReserves), refus: a.chance(partRefus), delai: a.entre(8, 28)}
	return x
}

// reprendrePartiellement makes part-time work of the end of some arrêts. Those
// that carry a trouble are left alone, so that what is said of it stays plain.
func reprendrePartiellement(c *Config, arrets []*arret) {
	for _, x := range arrets {
		n := len(x.prescriptions)
		if n < 2 || x.naissance != nil || x.suite != nil || x.issue != "" || x.trouble != "" || x.salarie.trouble != "" || x.reprise != 0 || len(x.salarie.contrats) != 1 || len(x.contrats()) != 1 {
			continue
		}
		if p := &x.prescriptions[n-1]; p.periode.Du == x.prescriptions[n-2].periode.Au+1 {
			p.partiel = flux(c.Graine, "temps partiel", x.rang).chance(partPartiel)
		}
	}
}
