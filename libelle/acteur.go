package libelle

import (
	"strings"

	"accord/registre"
	v "accord/valeur"
)

// acteurs names, with their article, those whom the product waits for.
var acteurs = map[string]string{
	"assure":          "l'assuré",
	"caisse":          "la caisse",
	"prescripteur":    "le prescripteur",
	"technicien":      "un technicien",
	"ordonnateur":     "l'ordonnateur",
	"comptable":       "le directeur comptable",
	"employeur":       "l'employeur",
	"agent":           "un agent nommé",
	"accueil":         "l'accueil",
	"cadre":           "un cadre",
	"directeur":       "le directeur",
	"medecin_conseil": "le médecin-conseil",
	"partenaire":      "un partenaire",
	"progres":         "PROGRES",
	"heritiers":       "les héritiers ou le notaire",
}

// Acteur names an actor: «assure» is «l'assuré»; «employeur:SIRET» is
// «l'employeur NOM», or his SIRET when the name is not known. An empty code is
// «personne».
func Acteur(code, nom string) string {
	if code == "" {
		return "personne"
	}
	if s := registre.Destinataire(code).SIRET(); s != "" {
		if nom != "" {
			return "l'employeur " + nom
		}
		return "l'employeur (SIRET " + SIRET(s) + ")"
	}
	if nom, agent := strings.CutPrefix(code, "agent:"); agent {
		return nom
	}
	if mot, ok := acteurs[code]; ok {
		return mot
	}
	return code
}

// ActeurDe puts «de» before an actor: «de l'assuré», «du directeur comptable».
func ActeurDe(code, nom string) string {
	a := Acteur(code, nom)
	if len(a) > 3 && a[:3] == "le " {
		return "du " + a[3:]
	}
	if reste, plusieurs := strings.CutPrefix(a, "les "); plusieurs {
		return "des " + reste
	}
	if a[0] == 'u' {
		return "d'" + a
	}
	return "de " + a
}

// ActeurA puts «à» before an actor: «à l'assuré», «au directeur comptable».
func ActeurA(code, nom string) string {
	if le, masculin := strings.CutPrefix(Acteur(code, nom), "le "); masculin {
		return "au " + le
	}
	if les, plusieurs := strings.CutPrefix(Acteur(code, nom), "les "); plusieurs {
		return "aux " + les
	}
	return "à " + Acteur(code, nom)
}

// Destinataire names a payee.
func Destinataire(d registre.Destinataire, nom string) string {
	if d == "" {
		return ""
	}
	if d == registre.Assure {
		return "l'assuré"
	}
	return Acteur(string(d), nom) + ", subrogé"
}

// SIRET groups the digits as people read them: «732 829 320 00074».
func SIRET(s v.SIRET) string {
	if len(s) != 14 {
		return string(s)
	}
	return string(s[:3] + " " + s[3:6] + " " + s[6:9] + " " + s[9:])
}
