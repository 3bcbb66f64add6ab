package lettre

import (
	"strings"
	"testing"

	"accord/decision"
	v "accord/valeur"
)

// The notification of an indu says what R.133-9-2 and CRPA L.211-8 ask for, whatever its
// cause, to the insured and to an employer; it never speaks of the household to the latter.
func TestIndu(t *testing.T) {
	for _, cause := range decision.CausesIndu {
		for _, a := range []string{"assure", "employeur:73282932000074"} {
			n := Indu{
				A: a, Nom: "DURAND Camille", Dossier: "ABC-20261104", Cause: cause, Brut: 11505, Net: 10735,
				Lignes:           []LigneIndu{{Jours: v.P(v.NewJour(2026, 11, 14), v.NewJour(2026, 11, 18)), PayeLe: v.NewJour(2026, 11, 19), Virement: "IJX", Paye: 2301, TropVerse: 11505}},
				FinRectification: v.NewJour(2026, 12, 10), PremiereRetenue: v.NewJour(2026, 12, 11), FinRecours: v.NewJour(2027, 1, 20),
				Par: "Anne Lebrun", Role: "technicien", Le: v.NewJour(2026, 11, 20), Controle: "Bruno Cam, directeur comptable", Caisse: "CPAM d'essai",
			}
			unJour := n
			unJour.Lignes = []LigneIndu{{Jours: v.P(v.NewJour(2026, 11, 14), v.NewJour(2026, 11, 14)), PayeLe: v.NewJour(2026, 11, 19), Virement: "IJX", Paye: 2301, Du: 1301, TropVerse: 1000}}
			if _, corps := unJour.Rediger(); !strings.Contains(corps, "- le 14 novembre 2026 (1 jour) : 23,01 € payés le 19 novembre 2026 (virement IJX), 13,01 € dus ; 10,00 € de trop.") {
				t.Errorf("un seul jour :\n%s", corps)
			}
			rectifie := n
			rectifie.Avant, rectifie.AvantLe = 12000, v.NewJour(2026, 11, 2)
			if objet, corps := rectifie.Rediger(); objet != "Votre indu est rectifié : 107,35 € au lieu de 120,00 €" || !strings.Contains(corps, "Notre lettre du 2 novembre 2026 vous demandait 120,00 €.") ||
				!strings.Contains(corps, "Tous les délais repartent de la réception de cette lettre") || !strings.Contains(corps, "jamais avant le 11 décembre 2026") {
				t.Errorf("rectifiée : %s\n%s", objet, corps)
			}
			objet, corps := n.Rediger()
			if objet != "Notification d'un indu de 107,35 € : ce n'est pas une sanction" {
				t.Errorf("objet «%s»", objet)
			}
			for _, dit := range []string{
				"115,05 €", "virement IJX", "(5 jours) : 23,01 € par jour payés le 19 novembre 2026", "rien n'était dû", "Pourquoi : ", "10 décembre 2026", "jamais avant le 11 décembre 2026", "20 janvier 2027", "R.133-9-2", "L.133-4-1", "rectification",
				"assisté d'un conseil", "douze mois", "médiateur", "Anne Lebrun, technicien, et contrôlée par Bruno Cam", "traitement algorithmique",
			} {
				if !strings.Contains(corps, dit) {
					t.Errorf("%s, à %s : la lettre ne dit pas «%s»", cause, a, dit)
				}
			}
			if causesIndu[cause][0] == "" || causesIndu[cause][1] == "" {
				t.Errorf("%s n'a pas ses mots", cause)
			}
			if assure := a == "assure"; strings.Contains(corps, "D.133-2-2") != assure || strings.Contains(corps, "L.256-4") != assure || strings.Contains(corps, "Concerne : DURAND Camille") == assure {
				t.Errorf("%s, à %s : la lettre se trompe de lecteur :\n%s", cause, a, corps)
			}
			if strings.Contains(corps, "1240") != strings.HasPrefix(cause, "caisse_") {
				t.Errorf("%s : la réparation est offerte à tort, ou oubliée", cause)
			}
		}
	}
}

// An employer and his employee learn which days were paid before the subrogation was known.
func TestLiberation(t *testing.T) {
	l := Liberation{
		A: "employeur:73282932000074", Nom: "DURAND Camille", Employeur: "MENUISERIE DES LILAS", DemandeLe: v.NewJour(2026, 11, 12), Caisse: "CPAM d'essai",
		Versees: []Versee{{[]v.Periode{v.P(v.NewJour(2026, 11, 7), v.NewJour(2026, 11, 9))}, 9861, v.NewJour(2026, 11, 10)}, {[]v.Periode{v.P(v.NewJour(2026, 11, 10), v.NewJour(2026, 11, 10))}, 2000, v.NewJour(2026, 11, 11)}},
	}
	for a, dit := range map[string][]string{
		l.A:      {"Concerne : DURAND Camille", "12 novembre 2026", "- 98,61 € brut du 7 au 9 novembre 2026, payés le 10 novembre 2026 ;", "- 20,00 € brut le 10 novembre 2026, payés le 11 novembre 2026.", "1342-3", "R.323-11"},
		"assure": {"Votre employeur (MENUISERIE DES LILAS)", "Nous ne vous reprenons rien", "R.323-11", "dites-le-nous"},
	} {
		l.A = a
		_, corps := l.Rediger()
		for _, d := range dit {
			if !strings.Contains(corps, d) {
				t.Errorf("à %s : la lettre ne dit pas «%s» :\n%s", a, d, corps)
			}
		}
	}
}
