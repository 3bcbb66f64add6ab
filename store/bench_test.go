package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// A reception as the application does it: person, piece, two facts, all the
// facts of the person, the projection (five runs, one dossier), a declaration,
// two jobs; one transaction each. Beside it, the floor: the bare inserts of the
// same rows by the same driver, nothing sealed, nothing read.

const (
	populationBanc = 1500
	faitsBanc      = 6 // of each person, before the measure
)

func nirBanc(i int) v.NIR { return v.NIR(fmt.Sprintf("185057800%04d", i)) }

func empreinteBanc(texte string) string {
	h := sha256.Sum256([]byte(texte))
	return hex.EncodeToString(h[:])
}

func faitBanc(i int) dossier.Fait {
	mois := v.NewJour(2026, 1, 1).AjouterMois(i % 12)
	m := dossier.Mensuelle{
		Identite:  dossier.Identite{NomNaissance: "MARTIN", Prenoms: "CAMILLE", Naissance: v.NewJour(1985, 5, 7)},
		Employeur: dossier.Employeur{SIRET: "73282932000074", Nom: "ETABLISSEMENTS MARTIN"}, Mois: mois, Ordre: 1,
	}
	c := dossier.ContratDeclare{Numero: "00001", Nature: droit.CDI, Debut: v.NewJour(2019, 3, 1), Regime: "200"}
	for k := range 3 {
		du := mois.AjouterMois(-k)
		c.Salaires = append(c.Salaires, droit.Salaire{
			Periode: v.P(du, du.FinMois()), Brut: v.Connu(v.Centimes(213456)), Heures: v.Connu(v.Centiemes(15167)), VerseLe: du.FinMois(),
		})
	}
	m.Contrats = []dossier.ContratDeclare{c}
	return dossier.Fait{
		Genre: dossier.GenreMensuelle, ConnuLe: mois.FinMois() + 5, Mensuelle: &m,
		Source: dossier.Source{Piece: empreinteBanc("piece"), Fichier: "dsn-2026-01.txt", Du: 120, Au: 168},
	}
}

// extraitBanc is a person's block of a monthly DSN, as long as those of a caisse.
var extraitBanc = func() []byte {
	var b []byte
	for i := range 62 {
		b = fmt.Appendf(b, "S21.G00.%02d.%03d,'%s'\r\n", 30+i/9, i%9+1, empreinteBanc(fmt.Sprint(i))[:5+i%9])
	}
	return b
}()

func projectionBanc(id string, n int) app.Projection {
	p := app.Projection{Personne: id}
	debut := v.NewJour(2026, 3, 2)
	etats := []droit.Etat{droit.Carence, droit.Paye, droit.Attente, droit.Paye, droit.Refuse}
	for k, e := range etats {
		for j := range 10 {
			p.Dus = append(p.Dus, registre.Du{
				Cle:     registre.Cle{Jour: debut + v.Jour(10*k+j), Ligne: "73282932000074/00001", Risque: droit.Maladie},
				Dossier: id + "-20260302", Etat: e, IJ: v.Centimes(3000 + n%7), Destinataire: registre.Assure, Regle: "MAL-CAR-01",
			})
		}
	}
	p.Resumes = []app.Resume{{
		Dossier: id + "-20260302", Personne: id, Nom: "MARTIN CAMILLE", Debut: debut, Fin: debut + 49,
		PlusAncien: debut + 10, Jours: 30, DuBrut: 60000, Attend: "employeur:73282932000074", AVoirLe: debut + 11,
	}}
	return p
}

func recevoirBanc(s *Store, i int) error {
	d := app.Declaration{Employeur: "73282932000074", Nature: dossier.GenreMensuelle, Mois: v.NewJour(2026, 1, 1), Ordre: 1}
	return s.Update(context.Background(), func(tx app.Tx) error {
		id, err := tx.Personne(nirBanc(i%populationBanc), false, true)
		if err != nil {
			return err
		}
		if err := tx.Verrouiller(id); err != nil {
			return err
		}
		empreinte := empreinteBanc(fmt.Sprint("piece ", i))
		neuve, err := tx.AjouterPiece(app.PieceRecue{
			Empreinte: empreinte, Personne: id, Genre: dossier.GenreMensuelle, Fichier: empreinteBanc("fichier"),
			NomFichier: "dsn-2026-01.txt", Du: 1, Au: 48, RecuLe: int64(i), Extrait: extraitBanc,
		})
		if err != nil || !neuve {
			return fmt.Errorf("pièce %d : %v %w", i, neuve, err)
		}
		if err := tx.AjouterFaits(id, int64(i), []dossier.Fait{faitBanc(i), faitBanc(i + 1)}); err != nil {
			return err
		}
		if _, err := tx.Faits(id); err != nil {
			return err
		}
		if err := tx.Projeter(projectionBanc(id, i)); err != nil {
			return err
		}
		if err := tx.Declarer(d, id); err != nil {
			return err
		}
		for k := range 2 {
			w := app.Travail{Cle: fmt.Sprintf("accuse/%s/%d", empreinte, k), Genre: "accuse", Personne: id, Charge: `{"jour":"2026-03-02"}`, CreeLe: int64(i)}
			if err := tx.AjouterTravail(w); err != nil {
				return err
			}
		}
		return nil
	})
}

func peuplerBanc(b *testing.B, s *Store) {
	b.Helper()
	faits := make([]dossier.Fait, faitsBanc)
	for k := range faits {
		faits[k] = faitBanc(k)
	}
	for debut := 0; debut < populationBanc; debut += 250 {
		err := s.Update(context.Background(), func(tx app.Tx) error {
			for i := debut; i < debut+250; i++ {
				id, err := tx.Personne(nirBanc(i), false, true)
				if err != nil {
					return err
				}
				if err := tx.AjouterFaits(id, 0, faits); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Analyse(context.Background()); err != nil {
		b.Fatal(err)
	}
}

// enParallele shares b.N operations between workers and reports their rate.
func enParallele(b *testing.B, ouvriers int, f func(i int) error) {
	b.Helper()
	b.ResetTimer()
	var suivant atomic.Int64
	var groupe sync.WaitGroup
	for range ouvriers {
		groupe.Go(func() {
			for {
				i := int(suivant.Add(1)) - 1
				if i >= b.N {
					return
				}
				if err := f(i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	groupe.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pièces/s")
}

var bancs = []struct {
	base     int // index in adresses
	ouvriers int
}{{0, 1}, {1, 1}, {1, 8}}

func BenchmarkReception(b *testing.B) {
	for _, banc := range bancs {
		a := adresses[banc.base]
		b.Run(fmt.Sprintf("%s/ouvriers=%d", a.nom, banc.ouvriers), func(b *testing.B) {
			s := ouvrirEssai(b, a.url(b))
			peuplerBanc(b, s)
			enParallele(b, banc.ouvriers, func(i int) error { return recevoirBanc(s, i) })
		})
	}
}
