package dsn

import (
	"fmt"
	"strings"

	"accord/valeur"

	"pgregory.net/rapid"
)

// The generators follow the dictionary: a rubric added to the data is drawn,
// written and read back without a line of test.

// tirer draws a block: what the norm wants, and some of the rest.
func tirer[B any](rt *rapid.T, s schema[B], n Nature, fixer func(*B)) B {
	var b B
	for i := range s {
		g := &s[i]
		if !g.existe || !g.exigee(n) && g.graviteAbsence(n) < BlocEcarte && !rapid.Bool().Draw(rt, g.libelle+" ?") {
			continue
		}
		texte := tirerValeur(rt, &g.format, g.libelle)
		lu, ok := g.format.lire(texte)
		if !ok {
			rt.Fatalf("le tirage de %v donne %q", g.code, texte)
		}
		g.poser(&b, &lu)
	}
	if fixer != nil {
		fixer(&b)
	}
	return b
}

// tirerListe draws up to n blocks, and none as a nil list.
func tirerListe[B any](rt *rapid.T, n int, un func() B) (liste []B) {
	for range rapid.IntRange(0, n).Draw(rt, "nombre") {
		liste = append(liste, un())
	}
	return liste
}

const lettres = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz0123456789',.-&ÀÇÉÈÊÎÔÙÛàçéèêëîïôùûüÿ°"

func chiffres(rt *rapid.T, n int, nom string) string {
	return fmt.Sprintf("%0*d", n, rapid.Int64Range(0, pow10(n)-1).Draw(rt, nom))
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func tirerValeur(rt *rapid.T, f *format, nom string) string {
	switch f.genre {
	case genreTexte:
		return string(rapid.SliceOfN(rapid.SampledFrom([]rune(lettres)), f.min, f.max).Draw(rt, nom))
	case genreListe:
		return rapid.SampledFrom(f.codes.codes).Draw(rt, nom)
	case genreOuverte:
		return chiffres(rt, 3, nom)
	case genreDate, genreMois:
		j := valeur.Jour(rapid.Int32Range(int32(valeur.JourMin), int32(valeur.JourMax)).Draw(rt, nom))
		if f.genre == genreMois {
			j = j.DebutMois()
		}
		return j.DSN()
	case genreDecimal:
		return valeur.Centimes(rapid.Int64Range(-1e11, 1e11).Draw(rt, nom)).String()
	case genreEntier:
		return fmt.Sprint(rapid.Int64Range(1, pow10(f.max)-1).Draw(rt, nom))
	case genreVersion:
		return rapid.SampledFrom([]string{"P25V01", "P26V01"}).Draw(rt, nom)
	}
	return tirerIdentifiant(rt, f.genre, nom)
}

func tirerIdentifiant(rt *rapid.T, g genre, nom string) string {
	avecCle := func(s string) string { return s + string(valeur.CleLuhn(s)) }
	switch g {
	case genreNIR:
		return fmt.Sprintf("%d%s%02d99%s", rapid.IntRange(1, 2).Draw(rt, "sexe"), chiffres(rt, 2, "an"), rapid.IntRange(1, 12).Draw(rt, "mois"), chiffres(rt, 6, nom))
	case genreNTT:
		return "1" + chiffres(rt, 14, nom)
	case genreSIREN:
		return avecCle(chiffres(rt, 8, nom))
	case genreNIC:
		return chiffres(rt, 5, nom)
	case genreSIRET:
		return avecCle(chiffres(rt, 13, nom))
	case genreIBAN:
		return valeur.NewIBANFrancais(chiffres(rt, 5, nom), chiffres(rt, 5, "guichet"), chiffres(rt, 11, "compte")).Clair()
	}
	return rapid.SampledFrom([]string{"PSSTFRPPXXX", "AGRIFRPP"}).Draw(rt, nom) // genreBIC
}

// tirerEnvoi draws a whole file that the reader keeps whole.
func tirerEnvoi(rt *rapid.T) *Envoi {
	g := grammaires()[2501]
	if rapid.Bool().Draw(rt, "P26V01 ?") {
		g = grammaires()[2601]
	}
	e := tirer(rt, g.envoi, "", func(e *Envoi) { e.Version = "P25V01" })
	if g == grammaires()[2601] {
		e.Version = "P26V01"
	}
	e.Emetteur = tirer(rt, g.emetteur, "", nil)
	e.Contacts = tirerListe(rt, 2, func() ContactEmetteur { return tirer(rt, g.contactEmetteur, "", nil) })
	for range rapid.IntRange(1, 3).Draw(rt, "déclarations") {
		e.Declarations = append(e.Declarations, tirerDeclaration(rt, g))
	}
	return &e
}

func tirerDeclaration(rt *rapid.T, g *grammaire) Declaration {
	n := rapid.SampledFrom([]Nature{NatureMensuelle, NatureArret, NatureReprise, NatureSubstitution}).Draw(rt, "nature")
	d := tirer(rt, g.declaration, n, func(d *Declaration) { d.Nature = n })
	d.Contacts = tirerListe(rt, 2, func() ContactDeclare { return tirer(rt, g.contactDeclare, n, nil) })
	d.Entreprise = tirer(rt, g.entreprise, n, nil)
	d.Etablissement = tirer(rt, g.etablissement, n, nil)
	nic := chiffres(rt, 4, "NIC")
	d.Etablissement.NIC = nic + string(valeur.CleLuhn(d.Entreprise.SIREN+nic))
	d.Individus = tirerListe(rt, 3, func() Individu { return tirerIndividu(rt, g, n) })
	return d
}

func tirerIndividu(rt *rapid.T, g *grammaire, n Nature) Individu {
	i := tirer(rt, g.individu, n, nil)
	i.NIR = valeur.NIR(tirerIdentifiant(rt, genreNIR, "NIR"))
	i.Identites = tirerListe(rt, 2, func() ChangementIdentite { return tirer(rt, g.identite, n, nil) })
	i.Contrats = tirerListe(rt, 2, func() Contrat {
		c := tirer(rt, g.contrat, n, func(c *Contrat) {
			if c.RegimeMaladie != "" {
				c.RegimeMaladie = regimeGeneral
			}
		})
		c.Changements = tirerListe(rt, 2, func() Changement { return tirer(rt, g.changement, n, nil) })
		c.Arrets = tirerListe(rt, 2, func() Arret {
			a := tirer(rt, g.arret, n, nil)
			a.TempsPartiels = tirerListe(rt, 2, func() TempsPartiel {
				return tirer(rt, g.tempsPartiel, n, func(t *TempsPartiel) { ordonner(&t.Periode) })
			})
			return a
		})
		c.Fins = tirerListe(rt, 1, func() FinContrat { return tirer(rt, g.finContrat, n, nil) })
		c.Suspensions = tirerListe(rt, 2, func() Suspension {
			return tirer(rt, g.suspension, n, func(s *Suspension) { ordonner(&s.Periode) })
		})
		c.Retraites = tirerListe(rt, 1, func() Retraite {
			return tirer(rt, g.retraite, n, func(r *Retraite) { r.Regime = "RUAA" })
		})
		return c
	})
	i.Versements = tirerListe(rt, 2, func() Versement { return tirerVersement(rt, g, n) })
	i.Anciennetes = tirerListe(rt, 1, func() Anciennete { return tirer(rt, g.anciennete, n, nil) })
	return i
}

func tirerVersement(rt *rapid.T, g *grammaire, n Nature) Versement {
	v := tirer(rt, g.versement, n, nil)
	v.Remunerations = tirerListe(rt, 3, func() Remuneration {
		r := tirer(rt, g.remuneration, n, func(r *Remuneration) {
			ordonner(&r.Periode)
			if !r.Heures.EstConnu() {
				r.Montant = valeur.Connu(valeur.Centimes(190000))
			}
		})
		r.Activites = tirerListe(rt, 2, func() Activite { return tirer(rt, g.activite, n, nil) })
		return r
	})
	v.Primes = tirerListe(rt, 2, func() Prime { return tirer(rt, g.prime, n, nil) })
	v.ElementsNets = tirerListe(rt, 2, func() ElementNet { return tirer(rt, g.elementNet, n, nil) })
	v.Bases = tirerListe(rt, 2, func() Base {
		b := tirer(rt, g.base, n, nil)
		b.Composants = tirerListe(rt, 2, func() Composant { return tirer(rt, g.composant, n, nil) })
		b.Cotisations = tirerListe(rt, 2, func() Cotisation { return tirer(rt, g.cotisation, n, nil) })
		return b
	})
	return v
}

func ordonner(p *valeur.Periode) {
	if p.Au != 0 && p.Au < p.Du {
		p.Du, p.Au = p.Au, p.Du
	}
}

// tirerLigneFausse draws something that may stand in place of a line.
func tirerLigneFausse(rt *rapid.T, ligne string) string {
	switch rapid.IntRange(0, 4).Draw(rt, "sorte") {
	case 0:
		return strings.ReplaceAll(string(rapid.SliceOf(rapid.Byte()).Draw(rt, "octets")), "\n", "")
	case 1:
		return ligne[:rapid.IntRange(0, len(ligne)-1).Draw(rt, "coupe")]
	case 2:
		return ligne[:longueurCode] + ",''"
	case 3:
		return ""
	}
	return ligne[:longueurCode] + ",'" + string(rapid.SliceOfN(rapid.SampledFrom([]byte("0129AF.,-' ")), 0, 14).Draw(rt, "valeur")) + "'"
}
