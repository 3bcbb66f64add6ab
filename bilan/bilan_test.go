package bilan

import (
	"errors"
	"strings"
	"testing"

	"accord/app"
	"accord/droit"
	"accord/suivi"
	v "accord/valeur"
)

var etat = app.Etat{
	Jour: v.NewJour(2026, 11, 21), Personnes: 5612, Essais: 3, Assures: 500, Arrets: 838, Dossiers: 540,
	Jours: app.CompteJours{Payes: 7076, APayer: 892, Attendus: 166, AArbitrer: 35, Refuses: 99, SansObjet: 1719},
	Attendus: []app.Attendu{
		{Acteur: "", Personnes: 89, Jours: 622, Brut: 2286720},
		{Acteur: "assure", Personnes: 1, Jours: 1, Brut: 0},
	},
	Sommes: app.Sommes{BrutVerse: 25997176, NetVerse: 24255493, BrutDu: 3351637, NetDu: 3127091, TropVerse: 13481},
	Delais: app.Delais{Dossiers: 503, Impayes: 13, P50: 4, P90: 10, P99: 64, Max: 87},
	Ancien: app.JourImpaye{
		Jour: v.NewJour(2026, 8, 27), Age: 86, Dossier: "16P3T0T16MHS-20260827", Acteur: "employeur:00000175000017", Nom: "GARAGE DU GUÉ",
		Phrase: "Il manque le salaire de mai 2026.",
	},
	Ages: app.Ages{P50: 3, P99: 85, Max: 86, Retards: [3]int{35, 29, 15}},
	Impayes: []app.Impayes{
		{Risque: droit.Maladie, Personnes: 60, Jours: 500, Brut: 1986720, Ages: app.Ages{P50: 3, P99: 86, Max: 86, Retards: [3]int{30, 25, 14}}},
		{Risque: droit.Maladie, Employeur: true, Personnes: 30, Jours: 123, Brut: 300000, Ages: app.Ages{P50: 5, P99: 61, Max: 61, Retards: [3]int{5, 4, 1}}},
	},
	Causes:    []app.Cause{{Code: "rythme", Personnes: 89, Jours: 622, Brut: 2286720}, {Code: "ATTESTATION_SALAIRE", Personnes: 1, Jours: 1}, {Code: "signe", Personnes: 1, Jours: 1, Brut: 100}},
	Prejudice: 123456789, Certain: 100000000,
	Tete: []app.DossierImpaye{
		{Dossier: "16P3T0T16MHS-20260827", Prejudice: 7952000, Priorite: suivi.Priorite{Pourcent: 300, Socle: 1000000}, Depuis: v.NewJour(2026, 8, 27), Jours: 86, Brut: 150000, Acteur: "employeur:00000175000017", Nom: "GARAGE DU GUÉ", Phrase: "Il manque le salaire de mai 2026."},
		{Dossier: "26P3T0T16MHS-20260901", Prejudice: 0, Priorite: suivi.Priorite{Pourcent: 250, Socle: 500000}, Phrase: "Prochain paiement le 22 novembre 2026."},
	},
	Mains: app.Mains{Seuls: 500, Actes: 61, P50: 0, P99: 3, Max: 5, Raisons: []app.Raison{{Code: "decision", Dossiers: 30}, {Code: "forcer_salaire", Dossiers: 12}, {Code: "destinataire", Dossiers: 1}}},
}

const attendu = `État de la caisse au samedi 21 novembre 2026
  Personnes connues                 5 612
  Personnes en arrêt                500
  Arrêts prescrits ou signalés      838
  Dossiers                          540
  Connues par des fichiers d'essai  3, jamais payées

Jours échus (un jour d'une activité)
  Payés                             7 076
  À payer                           892
  En attente                        166
  À arbitrer (deux destinataires)   35
  Refusés                           99
  Sans objet (carence…)             1 719

Ce qui n'est pas payé, et de qui on attend
  Paiement à sa date                622 jours, 89 personnes, dont 22 867,20 € certains
  L'assuré                          1 jour, 1 personne

Euros
  Versés, brut                      259 971,76 €
  Versés, net                       242 554,93 €
  Reste dû, brut                    33 516,37 €
  Reste dû, net                     31 270,91 €
  Versés en trop, brut              134,81 €

Délais, de la réception de l'avis d'arrêt au premier paiement
  La moitié des dossiers            en 4 jours au plus (p50)
  Neuf sur dix                      en 10 jours au plus (p90)
  Quatre-vingt-dix-neuf sur cent    en 64 jours au plus (p99)
  Le plus long                      87 jours
  Dossiers comptés                  503, dont 13 jamais payés, comptés à leur âge d'aujourd'hui

Jours échus impayés, par prestation et destinataire
  Maladie                           500 jours, 60 personnes, dont 19 867,20 € certains
    âge du plus ancien              p50 3 jours, p99 86 jours, le plus vieux 86 jours ; plus de 15, 30, 60 jours : 30, 25, 14
  Maladie, à l'employeur            123 jours, 30 personnes, dont 3 000,00 € certains
    âge du plus ancien              p50 5 jours, p99 61 jours, le plus vieux 61 jours ; plus de 15, 30, 60 jours : 5, 4, 1

Pourquoi
  Paiement régulier à sa date       622 jours, 89 personnes, dont 22 867,20 € certains
  Salaires à déclarer               1 jour, 1 personne
  Paiement signé, à viser           1 jour, 1 personne, dont 1,00 € certains

Retards
  Plus ancien jour impayé           27 août 2026, il y a 86 jours
    dossier                         16P3T0T16MHS-20260827
    attendu                         l'employeur GARAGE DU GUÉ
    pourquoi                        Il manque le salaire de mai 2026.
  Âge par personne                  p50 3 jours, p99 85 jours
  Personnes à plus de 15 jours      35
  Personnes à plus de 30 jours      29
  Personnes à plus de 60 jours      15

Préjudice (euros × jours depuis chaque jour impayé)
  Dû ou certain                     1 000 000
  Avec les jours attendus           1 234 567
  1. 16P3T0T16MHS-20260827          79 520, situation urgente signalée ; 86 jours depuis le 27 août 2026, dont 1 500,00 € certains
     attendu                        l'employeur GARAGE DU GUÉ
     pourquoi                       Il manque le salaire de mai 2026.
  2. 26P3T0T16MHS-20260901          0, situation urgente signalée
     attendu                        personne : le paiement a sa date
     pourquoi                       Prochain paiement le 22 novembre 2026.

Automatisme et mains (signature et visa des paiements non comptés)
  Dossiers sans aucune main         500 sur 540 (92 %)
  Actes et décisions d'agents       61 ; par dossier : p50 0, p99 3, au plus 5
    décision défavorable            30 dossiers
    salaire forcé                   12 dossiers
    déjà payé à un autre            1 dossier
`

func ecrit(t *testing.T, e *app.Etat) string {
	t.Helper()
	var b strings.Builder
	if err := EcrireEtat(&b, e); err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(b.String())
}

func TestEcrireEtat(t *testing.T) {
	if got := ecrit(t, &etat); got != attendu {
		t.Errorf("écrit :\n%s\nattendu :\n%s", got, attendu)
	}
}

func TestEtatVide(t *testing.T) {
	got := ecrit(t, &app.Etat{Jour: v.NewJour(2026, 11, 21)})
	for _, s := range []string{"tout ce qui est dû est payé", "Aucun dossier à payer", "Plus ancien jour impayé           aucun"} {
		if !strings.Contains(got, s) {
			t.Errorf("«%s» manque dans :\n%s", s, got)
		}
	}
}

type bouche struct{}

func (bouche) Write([]byte) (int, error) { return 0, errors.New("plein") }

func TestEcritureRefusee(t *testing.T) {
	if err := EcrireEtat(bouche{}, &etat); err == nil {
		t.Error("l'erreur d'écriture est perdue")
	}
}
