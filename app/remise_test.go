package app_test

import (
	"context"
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

// A claim that was asked to be given up goes on moving with what is owed. 2 000 € of pay were paid (32,87 € a day, 17
// days), and 1 500 € are owed (24,65 €): 139,74 € brut were notified, 130,39 € net. The pay that is true in the end says what is claimed then.
func TestUneRemisePuisUnIndu(t *testing.T) {
	type suite struct {
		nom     string
		avant   v.Centimes // pay heard of before the request, zero when none
		valeur  string
		montant v.Centimes // of a part
		apres   v.Centimes // pay heard of after the decision
		lettre  string     // the subject of what left after that; empty: nothing did
		etape   string     // what the step says at the end
	}
	const clos, rien = "L'arrêt est terminé et soldé.", "La somme que nous vous demandions ne vous est plus demandée"
	for _, c := range []suite{
		{"refusée, l'indu baisse", 0, decision.RemiseRefusee, 0, 1700_00, "Votre indu est rectifié : 78,20 € au lieu de 130,39 €", "Sa réception n'est pas prouvée"},
		{"refusée, l'indu tombe", 0, decision.RemiseRefusee, 0, 2000_00, rien, clos},
		{"refusée, l'indu monte au-delà de ce qui est signé", 0, decision.RemiseRefusee, 0, 1400_00, "", "personne n'a signé ce qui dépasse, qui n'est pas réclamé"},
		{"en partie, l'indu baisse au-dessus", 0, decision.RemisePartielle, 50_00, 1700_00, "Votre indu est rectifié : 28,20 € au lieu de 130,39 €", "Sa réception n'est pas prouvée"},
		{"en partie, l'indu baisse à ce qui est remis", 0, decision.RemisePartielle, 78_20, 1700_00, rien, clos},
		{"en partie, l'indu baisse au-dessous", 0, decision.RemisePartielle, 100_00, 1700_00, rien, clos},
		{"en partie, l'indu tombe", 0, decision.RemisePartielle, 50_00, 2000_00, rien, clos},
		{"en partie, l'indu monte sous ce qui est signé", 1700_00, decision.RemisePartielle, 50_00, 1600_00, "Votre indu est rectifié : 54,22 €", "Sa réception n'est pas prouvée"},
		{"en partie, l'indu monte au-delà de ce qui est signé", 0, decision.RemisePartielle, 50_00, 1400_00, "", "acte notifier_indu : les 50,00 € remis en restent déduits"},
		{"en entier, l'indu baisse", 0, decision.RemiseTotale, 0, 1700_00, "", clos},
		{"en entier, l'indu tombe", 0, decision.RemiseTotale, 0, 2000_00, "", clos},
		{"en entier, l'indu monte sous ce qui est signé", 1700_00, decision.RemiseTotale, 0, 1600_00, "", "ce qui dépasse la remise n'est pas réclamé"},
		{"en entier, l'indu monte au-delà de ce qui est signé", 0, decision.RemiseTotale, 0, 1400_00, "", "ce qui dépasse la remise n'est pas réclamé"},
	} {
		t.Run(c.nom, func(t *testing.T) {
			x, fermer := nouvelIndu(t)
			defer fermer()
			if c.avant != 0 {
				x.paye(c.avant)
			}
			x.demanderRemise(c.valeur, c.montant)
			x.vivre(1, false)
			deja := len(x.objets())
			x.paye(c.apres)
			objets := x.objets()[deja:]
			if dit := strings.Join(objets, " | "); dit != c.lettre && (c.lettre == "" || !strings.HasPrefix(dit, c.lettre) || len(objets) != 1) {
				t.Errorf("il part «%s», et non «%s»", dit, c.lettre)
			}
			if e := x.consulter(string(invente(0))).Etapes[0]; !strings.Contains(e.Phrase, c.etape) {
				t.Errorf("%s", e.Phrase)
			}
			x.vivre(3, true)
			x.prouver()
			if n := len(x.objets()) - deja; n != len(objets) {
				t.Errorf("%d lettres de plus ensuite", n-len(objets))
			}
		})
	}
}

// What was given up is not claimed by another act: a claim that rises beyond what was signed is notified anew, less it.
func TestUnInduRemisEtNotifieDeNouveau(t *testing.T) {
	for _, c := range []struct {
		valeur  string
		montant v.Centimes
		objet   string // of 167,62 € brut, 156,40 € net
		ensuite string // once it is again what was notified first
	}{
		{decision.RemisePartielle, 50_00, "Votre indu est rectifié : 106,40 € au lieu de 130,39 €", "Votre indu est rectifié : 80,39 € au lieu de 106,40 €"},
		{decision.RemiseTotale, 0, "Votre indu est rectifié : 26,01 € au lieu de 130,39 €", "La somme que nous vous demandions ne vous est plus demandée"},
		{decision.RemiseRefusee, 0, "Votre indu est rectifié : 156,40 €", "Votre indu est rectifié : 130,39 € au lieu de 156,40 €"},
	} {
		x, fermer := nouvelIndu(t)
		x.demanderRemise(c.valeur, c.montant)
		x.vivre(1, false)
		x.paye(1400_00)
		deja := len(x.objets())
		x.reclamerIndu(invente(0), v.P(debut+3, debut+19))
		x.vivre(1, false)
		if dit := strings.Join(x.objets()[deja:], " | "); dit != c.objet {
			t.Errorf("%s : %s", c.valeur, dit)
		}
		x.prouver()
		deja = len(x.objets())
		x.paye(1500_00)
		if dit := strings.Join(x.objets()[deja:], " | "); dit != c.ensuite {
			t.Errorf("%s, puis : %s", c.valeur, dit)
		}
		x.prouver()
		fermer()
	}
}

// The letter of a decision says what is left on the day on which it leaves: never less than nothing.
func TestLaLettreDUneRemiseDitCeQuiReste(t *testing.T) {
	for _, c := range []struct {
		valeur  string
		montant v.Centimes
		apres   v.Centimes
		objet   string
	}{
		{decision.RemisePartielle, 50_00, 1700_00, "Votre demande de remise est acceptée en partie : il reste 28,20 € à rembourser"},
		{decision.RemisePartielle, 100_00, 1700_00, "Votre demande de remise est acceptée : vous n'avez plus rien à rembourser"},
		{decision.RemiseRefusee, 0, 2000_00, "Votre demande de remise est refusée, et vous n'avez plus rien à rembourser"},
		{decision.RemiseTotale, 0, 2000_00, "Votre demande de remise est acceptée : 130,39 € ne vous sont plus demandés"},
	} {
		x, fermer := nouvelIndu(t)
		x.demanderRemise(c.valeur, c.montant)
		x.paye(c.apres) // before the letter left
		if dit := strings.Join(x.objets(), " | "); !strings.Contains(dit, c.objet) {
			t.Errorf("%s : %s", c.valeur, dit)
		}
		x.prouver()
		fermer()
	}
}

// unIndu is a caisse with one claim, whose letter left.
type unIndu struct {
	*monde
	acte    string
	version int64
}

func nouvelIndu(t *testing.T) (x *unIndu, fermer func()) {
	t.Helper()
	m, fermer := nouveauMonde(t, debut+25)
	x = &unIndu{monde: m}
	m.recevoir(unAvis(invente(0), debut, debut+19, siretInvente(0)))
	m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
	x.attester(2000_00)
	m.vivre(1, true)
	x.attester(1500_00)
	x.acte = m.reclamerIndu(invente(0), v.P(debut+3, debut+19))
	m.vivre(1, false)
	return x, fermer
}

func (x *unIndu) attester(brut v.Centimes) {
	x.version++
	x.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, brut, x.version, mois(debut), nil))
}

// paye hears of another pay, and lives a day.
func (x *unIndu) paye(brut v.Centimes) {
	x.t.Helper()
	x.attester(brut)
	x.vivre(1, false)
}

func (x *unIndu) demanderRemise(valeur string, montant v.Centimes) {
	x.t.Helper()
	demande, _, err := x.c.Agir(context.Background(), string(invente(0)), dossier.Intervention{Nature: dossier.Reclamer, Valeur: "remise", Par: "Luc", Role: "accueil", Motif: "loyer impayé"})
	x.verifierErreur(err)
	_, _, err = x.c.Agir(context.Background(), string(invente(0)), dossier.Intervention{Nature: dossier.Remettre, Valeur: valeur, Objet: demande.ID, Montant: montant, Par: "Dora", Role: "directeur", Motif: "ressources vues"})
	x.verifierErreur(err)
}

// objets lists the subjects of the letters about the claim, in the order in which they left.
func (x *unIndu) objets() (os []string) {
	x.t.Helper()
	for _, m := range x.consulter(string(invente(0))).Messages {
		if strings.HasPrefix(m.Cle, "indu/") || strings.HasPrefix(m.Cle, "remise/") || strings.HasPrefix(m.Cle, "retrait/indu/") {
			os = append(os, m.Objet)
		}
	}
	return os
}
