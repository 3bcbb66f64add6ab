package store

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"accord/store/requetes"

	"github.com/jackc/pgx/v5"
)

// ordreSQL is a statement and its arguments.
type ordreSQL struct {
	texte string
	args  []any
}

// lignesBanc are the rows of one reception, of the sizes that sealing gives.
func lignesBanc(i int) []ordreSQL {
	id := fmt.Sprintf("P%011d", i%populationBanc)
	hash := make([]byte, 32)
	scelle := func(n int) []byte { return make([]byte, n+30) }
	piece := empreinteBanc(fmt.Sprint("piece ", i))
	seq := int64(faitsBanc + 2*(i/populationBanc))
	p := projectionBanc(id, i)
	var suites []any
	for k := 0; k < len(p.Dus); k += 10 {
		d := &p.Dus[k]
		suites = append(suites, id, d.Ligne, string(d.Risque), int64(d.Jour), int64(d.Jour)+9, d.Dossier, string(d.Etat), int64(d.IJ), string(d.Destinataire), string(d.Regle), false, int64(d.Reserve))
	}
	r := &p.Resumes[0]
	travail := func(k int) []any {
		return []any{fmt.Sprintf("accuse/%s/%d", piece, k), "accuse", id, scelle(22), int64(i), int64(0)}
	}
	return []ordreSQL{
		{requetes.InsererPiece, []any{piece, id, "dsn_mensuelle", piece, scelle(15), int64(1), int64(48), int64(i), false, scelle(len(reduire(extraitBanc)))}},
		{texteMultiple(requetes.InsererFait, 2), []any{id, seq + 1, "dsn_mensuelle", int64(i), scelle(880), hash, hash, id, seq + 2, "dsn_mensuelle", int64(i), scelle(880), hash, hash}},
		{requetes.AvancerChaine, []any{seq + 2, hash, false, id}},
		{requetes.SupprimerSuites, []any{id}},
		{texteMultiple(requetes.InsererSuite, 5), suites},
		{requetes.SupprimerResumes, []any{id}},
		{requetes.InsererResume, []any{r.Dossier, id, scelle(14), int64(r.Debut), int64(r.Fin), int64(r.PlusAncien), int64(r.Jours), int64(r.DuBrut), r.Attend, int64(r.AVoirLe), false, int64(100), int64(0), int64(0), true, int64(0)}},
		{requetes.InsererDeclare, []any{"73282932000074", "dsn_mensuelle", int64(739000), "", int64(1), id}},
		{requetes.InsererTravail, travail(0)},
		{requetes.InsererTravail, travail(1)},
	}
}

// ecrivain runs the statements of one transaction on a connection of its own.
type ecrivain func([]ordreSQL) error

func ecrivainSQLite(b *testing.B, base *baseSQLite) ecrivain {
	conn, err := base.ecriture.Conn(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { conn.Close() })
	preparees := map[string]*sql.Stmt{}
	executer := func(o ordreSQL) error {
		p := preparees[o.texte]
		if p == nil {
			if p, err = conn.PrepareContext(context.Background(), o.texte); err != nil {
				return err
			}
			preparees[o.texte] = p
		}
		_, err := p.Exec(o.args...)
		return err
	}
	return func(os []ordreSQL) error {
		for _, o := range append(append([]ordreSQL{{texte: "BEGIN IMMEDIATE"}}, os...), ordreSQL{texte: "COMMIT"}) {
			if err := executer(o); err != nil {
				return err
			}
		}
		return nil
	}
}

func ecrivainPostgres(b *testing.B, base *basePostgres) ecrivain {
	conn, err := base.pool.Acquire(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(conn.Release)
	return func(os []ordreSQL) error {
		batch := &pgx.Batch{}
		batch.Queue("BEGIN")
		for _, o := range os {
			batch.Queue(o.texte, o.args...)
		}
		batch.Queue("COMMIT")
		return conn.SendBatch(context.Background(), batch).Close()
	}
}

func BenchmarkPlancher(b *testing.B) {
	for _, banc := range bancs {
		a := adresses[banc.base]
		b.Run(fmt.Sprintf("%s/ouvriers=%d", a.nom, banc.ouvriers), func(b *testing.B) {
			s := ouvrirEssai(b, a.url(b))
			nouveau := func() ecrivain {
				if base, ok := s.base.(*baseSQLite); ok {
					return ecrivainSQLite(b, base)
				}
				return ecrivainPostgres(b, s.base.(*basePostgres))
			}
			ecrivains := make(chan ecrivain, banc.ouvriers)
			for range banc.ouvriers {
				ecrivains <- nouveau()
			}
			e := <-ecrivains
			if err := e(personnesBanc()); err != nil {
				b.Fatal(err)
			}
			ecrivains <- e
			enParallele(b, banc.ouvriers, func(i int) error {
				e := <-ecrivains
				defer func() { ecrivains <- e }()
				return e(lignesBanc(i))
			})
		})
	}
}

// personnesBanc are the rows that the others refer to.
func personnesBanc() (os []ordreSQL) {
	hash := make([]byte, 32)
	for i := range populationBanc {
		id := fmt.Sprintf("P%011d", i)
		index := append([]byte(id), make([]byte, 20)...)
		os = append(os, ordreSQL{requetes.InsererPersonne, []any{id, false, index, hash, hash}})
		var faits []any
		for seq := range faitsBanc {
			faits = append(faits, id, int64(seq+1), "dsn_mensuelle", int64(0), make([]byte, 910), hash, hash)
		}
		os = append(os, ordreSQL{texteMultiple(requetes.InsererFait, faitsBanc), faits})
	}
	return os
}
