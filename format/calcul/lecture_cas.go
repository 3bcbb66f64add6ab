package calcul

import (
	"slices"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

var objetCas = objet[droit.Cas]{champs: []champ[droit.Cas]{
	{"schema", "le texte \"" + VersionCas + "\"", func(l *Lecteur, _ *droit.Cas) { l.schema() }},
	{"id", "", func(l *Lecteur, c *droit.Cas) { c.ID = l.texte() }},
	{"connu_au", "", func(l *Lecteur, c *droit.Cas) { c.ConnuAu = l.date() }},
	{"options", "", func(l *Lecteur, c *droit.Cas) { lireSous(l, &c.Options, &objetOptions) }},
	{"assure", "", func(l *Lecteur, c *droit.Cas) { lireSous(l, &c.Assure, &objetAssure) }},
	{"activites", "", func(l *Lecteur, c *droit.Cas) { c.Activites = lireListe(l, &l.listes.activites, &objetActivite) }},
	{"arrets", "", func(l *Lecteur, c *droit.Cas) { c.Arrets = lireListe(l, &l.listes.arrets, &objetArret) }},
	{"sinistres", "", func(l *Lecteur, c *droit.Cas) { c.Sinistres = lireListe(l, &l.listes.sinistres, &objetSinistre) }},
	{"rentes", "", func(l *Lecteur, c *droit.Cas) { c.Rentes = lireListe(l, &l.listes.rentes, &objetRente) }},
	{"naissances", "", func(l *Lecteur, c *droit.Cas) { c.Naissances = lireListe(l, &l.listes.naissances, &objetNaissance) }},
	{"adoptions", "", func(l *Lecteur, c *droit.Cas) { c.Adoptions = lireListe(l, &l.listes.adoptions, &objetAdoption) }},
	{"deces", "", func(l *Lecteur, c *droit.Cas) { c.Deces = lireListe(l, &l.listes.deces, &objetDeces) }},
	{"indemnites_anterieures", "", func(l *Lecteur, c *droit.Cas) {
		c.Anterieures = lireListe(l, &l.listes.anterieures, &objetAnterieure)
	}},
	{"verse", "", func(l *Lecteur, c *droit.Cas) { c.Verse = lireListe(l, &l.listes.verse, &objetVersement) }},
	{"decisions", "", func(l *Lecteur, c *droit.Cas) { c.Decisions = lireListe(l, &l.listes.decisions, &objetDecision) }},
}}

func (l *Lecteur) schema() {
	const attendu = "le texte \"" + VersionCas + "\""
	if b, ok := l.chaine(attendu, attendu); ok && string(b) != VersionCas {
		l.refuserValeur(b, "n'est pas "+VersionCas, attendu)
	}
}

var objetOptions = objet[droit.Options]{champs: []champ[droit.Options]{
	{"arrondi_ij", "", func(l *Lecteur, o *droit.Options) { lireSous(l, &o.Arrondi, &objetArrondis) }},
	{"choix", "", func(l *Lecteur, o *droit.Options) { o.Choix = l.choix() }},
	{"prescription", "", func(l *Lecteur, o *droit.Options) { o.Prescription = l.booleen() }},
	{"jours", "", func(l *Lecteur, _ *droit.Options) { l.presentation.Jours = l.booleen() }},
	{"explication", "", func(l *Lecteur, _ *droit.Options) { l.presentation.Explication = l.booleen() }},
}}

var objetArrondis = objet[droit.Arrondis]{champs: []champ[droit.Arrondis]{
	{"maladie", "", func(l *Lecteur, a *droit.Arrondis) { a.Maladie = l.arrondi() }},
	{"tns", "", func(l *Lecteur, a *droit.Arrondis) { a.TNS = l.arrondi() }},
	{"famille", "", func(l *Lecteur, a *droit.Arrondis) { a.Famille = l.arrondi() }},
	{"at_mp", "", func(l *Lecteur, a *droit.Arrondis) { a.ATMP = l.arrondi() }},
}}

func (l *Lecteur) arrondi() v.Option[v.Arrondi] {
	if code[string](l, motsArrondi) == motsArrondi.mots[0] {
		return v.Connu(v.Troncature)
	}
	return v.Connu(v.DemiSuperieur)
}

// choix reads the readings chosen for uncertain points, {"MAL-U-18": "refus"},
// and sorts them by point. A null reading is the default one.
func (l *Lecteur) choix() []droit.Choix {
	if !l.ouvrir('{', "un objet") {
		return nil
	}
	debut := len(l.listes.choix)
	l.entrer(-1)
	for l.err == nil && !l.fini('}') {
		point := l.garder(l.nom())
		if l.err != nil {
			return nil
		}
		l.cle = abreger(point)
		if !estPoint(point) {
			l.refuserCle("clé inconnue", "le nom d'un point incertain, comme MAL-U-18")
			return nil
		}
		if slices.ContainsFunc(l.listes.choix[debut:], func(c droit.Choix) bool { return c.Point == point }) {
			l.refuserCle("clé écrite deux fois", "une seule valeur pour la clé")
			return nil
		}
		lecture := ""
		if l.genre = l.dec.PeekKind(); l.genre == 'n' {
			l.jeton()
		} else {
			lecture = l.mot()
		}
		if len(l.listes.choix)-debut == choixMax {
			l.refuserCle("trop de choix", "au plus un choix par point incertain")
			return nil
		}
		l.listes.choix = append(l.listes.choix, droit.Choix{Point: point, Lecture: lecture})
	}
	if l.err != nil {
		return nil
	}
	l.sortir()
	choix := slices.DeleteFunc(part(l.listes.choix, debut), func(c droit.Choix) bool { return c.Lecture == "" })
	slices.SortFunc(choix, func(a, b droit.Choix) int { return strings.Compare(a.Point, b.Point) })
	return choix
}

// estPoint accepts MAL-U-18 and AUT-U-9.
func estPoint(s string) bool {
	reste, ok := strings.CutPrefix(s, "MAL-U-")
	if !ok {
		reste, ok = strings.CutPrefix(s, "AUT-U-")
	}
	return ok && len(reste) >= 1 && len(reste) <= 3 && nombreChiffres([]byte(reste)) == len(reste)
}

var objetAssure = objet[droit.Assure]{
	champs: []champ[droit.Assure]{
		{"naissance", "", func(l *Lecteur, a *droit.Assure) { a.Naissance = l.date() }},
		{"deces_le", "", func(l *Lecteur, a *droit.Assure) { a.DecesLe = l.date() }},
		{"territoire", "", func(l *Lecteur, a *droit.Assure) { a.Territoire = code[droit.Territoire](l, motsTerritoire) }},
		{"affilie_depuis", "", func(l *Lecteur, a *droit.Assure) { a.AffilieDepuis = l.date() }},
		{"pension_vieillesse_depuis", "", func(l *Lecteur, a *droit.Assure) { a.PensionVieillesse = l.date() }},
		{"pension_invalidite_depuis", "", func(l *Lecteur, a *droit.Assure) { a.PensionInvalidite = l.date() }},
		{"taux_pas", "", func(l *Lecteur, a *droit.Assure) { a.TauxPAS = l.tauxO() }},
		{"rsa_ou_prime_activite", "", func(l *Lecteur, a *droit.Assure) { a.RSAOuPrimeActivite = l.booleenO() }},
		{"retards_anterieurs", "", func(l *Lecteur, a *droit.Assure) {
			a.RetardsAnterieurs = lireValeurs(l, &l.listes.jours, (*Lecteur).date)
		}},
		{"avertissements", "", func(l *Lecteur, a *droit.Assure) {
			a.Avertissements = lireValeurs(l, &l.listes.jours, (*Lecteur).date)
		}},
	},
	verifier: func(l *Lecteur, a *droit.Assure) {
		l.ordre("deces_le", a.Naissance, a.DecesLe, "naissance")
	},
}

// ordre refuses a date that comes before the one it must follow. Dates that are
// not known contradict nothing.
func (l *Lecteur) ordre(cle string, avant, apres v.Jour, cleAvant string) {
	if l.err == nil && avant != 0 && apres != 0 && apres < avant {
		l.refuserSens(cle, apres.String(), "précède «"+cleAvant+"»", "une date qui ne précède pas «"+cleAvant+"»")
	}
}
