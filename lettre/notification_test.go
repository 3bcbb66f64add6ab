package lettre

import (
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Without what the law wants in it, the time to contest a decision does not run
// (R.142-1-A, III; CRPA L.211-5, L.212-1, L.311-3-1).
func TestNotification(t *testing.T) {
	n := Notification{
		Dossier: "ABC-20261104", Etat: droit.Refuse, Jours: []v.Periode{v.P(v.NewJour(2026, 11, 4), v.NewJour(2026, 11, 8)), v.P(v.NewJour(2026, 11, 12), v.NewJour(2026, 11, 12))},
		Regle: "MAL-OUV-03", Titre: "Droits pendant les six premiers mois", Article: "R.313-3", Faits: []string{"Vous avez travaillé 96 heures, il en faut 150."},
		Par: "Anne Lebrun", Role: "ordonnateur", Le: v.NewJour(2026, 11, 30), FinDelai: v.NewJour(2027, 1, 30), DejaVerse: 3287, Caisse: "CPAM d'essai", Adresse: "1 Rue de l'Exemple, 44000 Nantes",
	}
	toujours := []string{
		"ABC-20261104", "30 novembre 2026 par Anne Lebrun, ordonnateur", "article R.313-3", "96 heures", "1 Rue de l'Exemple", "dans les deux mois", "au moins jusqu'au 30 janvier 2027", "32,87 € brut ont déjà été versés : cette lettre ne vous réclame rien",
		"tribunal judiciaire", "médiateur", "traitement algorithmique", "CADA",
	}
	for _, cas := range []struct {
		nom    string
		change func(*Notification)
		objet  string
		dit    []string
		tait   string
	}{
		{"refus", func(*Notification) {}, "Refus d'indemnités journalières du 4 au 8 novembre 2026 et le 12 novembre 2026",
			[]string{"(6 jours) ne sont pas versées", "la commission de recours amiable", "R.142-1", "sans réponse dans les deux mois"}, "commission médicale"},
		{"réduction", func(n *Notification) { n.Etat, n.Reduit = droit.Paye, 6576 }, "Réduction d'indemnités journalières", []string{"réduites de 65,76 € brut en tout"}, "ne sont pas versées"},
		{"suspension", func(n *Notification) { n.Etat, n.Medical = droit.Suspendu, true }, "Suspension de vos indemnités journalières",
			[]string{"est suspendu", "la commission médicale de recours amiable", "R.142-8", "sans réponse dans les quatre mois"}, "la commission de recours amiable"},
		{"fin", func(n *Notification) { n.Etat = droit.Epuise }, "Fin de vos indemnités journalières", []string{"ne sont pas versées"}, "suspendu"},
	} {
		t.Run(cas.nom, func(t *testing.T) {
			m := n
			cas.change(&m)
			objet, corps := m.Rediger()
			if !strings.HasPrefix(objet, cas.objet) {
				t.Errorf("objet «%s»", objet)
			}
			for _, dit := range append(cas.dit, toujours...) {
				if !strings.Contains(corps, dit) {
					t.Errorf("la lettre ne dit pas «%s»", dit)
				}
			}
			if strings.Contains(corps, cas.tait) {
				t.Errorf("la lettre dit «%s»", cas.tait)
			}
			if t.Failed() {
				t.Log(corps)
			}
		})
	}
}

// An employer learns which days he will not be paid, never why.
func TestInformationEmployeur(t *testing.T) {
	i := InformationEmployeur{Nom: "DURAND Camille", Etat: droit.Suspendu, Jours: []v.Periode{v.P(v.NewJour(2026, 11, 4), v.NewJour(2026, 11, 8))}, Caisse: "CPAM d'essai"}
	_, corps := i.Rediger()
	for _, dit := range []string{"Concerne : DURAND Camille", "du 4 au 8 novembre 2026 sont suspendues", "CPAM d'essai"} {
		if !strings.Contains(corps, dit) {
			t.Errorf("la lettre ne dit pas «%s» :\n%s", dit, corps)
		}
	}
	i.Reduit = 1000
	if _, corps := i.Rediger(); !strings.Contains(corps, "sont réduites de 10,00 € brut") {
		t.Errorf("une réduction est mal dite :\n%s", corps)
	}
}
