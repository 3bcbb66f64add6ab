package sim

import "strings"

// Names are made of pieces that sound French and belong to nobody in
// particular: accents, apostrophes, hyphens and particles are all there, for
// they break programs. All of them exist in ISO-8859-1.
var (
	debutsNom = []string{
		"Bel", "Mont", "Roche", "Val", "Chante", "Clair", "Haute", "Aube", "Font", "Ville", "Brézo", "Tré", "Cour", "Mar",
		"Pré", "Lan", "Guéra", "Sauve", "Beau", "Fré", "Gril", "Mé", "Noir", "Osse", "Pui", "Quer", "Rive", "Sorbe",
	}
	finsNom = []string{
		"lieu", "fort", "vigne", "ligny", "merle", "nac", "rac", "gnon", "çon", "vère", "lin", "zède", "ville", "garde",
		"rain", "blanc", "court", "teuil", "ssac", "noît", "pré", "doué", "maïs", "tôt", "mîse", "guë",
	}
	voyellesNom  = []string{"Aube", "Osse", "Élan", "Orme"}
	particules   = []string{"d'", "de ", "Le ", "L'", "du "}
	prenomsFille = []string{
		"Élodie", "Zoé", "Anaïs", "Chloé", "Maëlle", "Agnès", "Hélène", "Marie-Thérèse", "Aïcha", "Fatoumata", "Lucie",
		"Noémie", "Inès", "Françoise", "Léa", "Béatrice", "Gaëlle", "Yasmine", "Océane", "Solène", "Jeanne", "Margaux",
	}
	prenomsGarcon = []string{
		"Jérôme", "Loïc", "François", "Éric", "Gaël", "Jean-François", "Mamadou", "Théo", "Hervé", "Raphaël", "Noé",
		"André", "Benoît", "Mickaël", "Stéphane", "Zacharie", "Yanis", "Étienne", "Cédric", "Grégoire", "Rémi", "Hugo",
	}
	genresEntreprise = []string{
		"ATELIERS", "BOULANGERIE", "TRANSPORTS", "MENUISERIE", "CLINIQUE", "IMPRIMERIE", "HÔTEL", "SOCIÉTÉ", "ÉTABLISSEMENTS",
		"CABINET", "GARAGE", "RÉSIDENCE", "LOGISTIQUE", "COMPAGNIE", "MAISON", "SERVICES",
	}
	lieuxEntreprise = []string{
		"DU VAL DORÉ", "DE L'ORMEAU", "DES TROIS CHÊNES", "DE LA GRÈVE", "D'OUTRE-PONT", "DU BOIS JOLI", "DES QUATRE VENTS",
		"DE L'ÎLE NEUVE", "DU GUÉ", "DES SOEURS", "DE LA HALLE", "DU CANAL", "DES LILAS", "DE L'ÉCLUSE", "DU MARAIS", "DES TANNEURS",
	}
	communes = []struct{ cp, nom string }{
		{"44000", "VILLE FICTIVE"}, {"44100", "PORT FICTIF"}, {"44600", "ESTUAIRE FICTIF"}, {"85000", "BOCAGE FICTIF"}, {"49000", "VAL FICTIF"},
	}
)

func (a alea) nom() string {
	nom := choisir(a, debutsNom) + choisir(a, finsNom)
	if a.chance(80) {
		p := choisir(a, particules)
		if strings.HasSuffix(p, "'") {
			nom = choisir(a, voyellesNom) + choisir(a, finsNom)
		}
		nom = p + nom
	}
	if a.chance(40) {
		nom += "-" + choisir(a, debutsNom) + choisir(a, finsNom)
	}
	return strings.ToUpper(nom)
}

func (a alea) prenoms(sexe int) string {
	liste := prenomsGarcon
	if sexe == 2 {
		liste = prenomsFille
	}
	p := choisir(a, liste)
	if a.chance(150) {
		p += " " + choisir(a, liste)
	}
	return p
}

func (a alea) nomEntreprise() string {
	return choisir(a, genresEntreprise) + " " + choisir(a, lieuxEntreprise)
}
