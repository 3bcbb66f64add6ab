package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"accord/dossier"
	"accord/format/piece"
	v "accord/valeur"

	"github.com/rogpeppe/go-internal/testscript"
)

// recueil is what a story hands over, not played.
type recueil struct {
	remises []remise // in the order in which it hands them over
	fin     v.Jour   // its last day
}

// remise is one file, the facts that it brings, and the day on which it comes.
type remise struct {
	nom     string
	contenu []byte
	faits   []dossier.Fait
	le      v.Jour
}

// recueillir writes the files of a story and reads them, as reception does.
func recueillir(t *testing.T, script string) (r recueil) {
	t.Helper()
	ecrivent := commandes()
	var b strings.Builder
	for ligne := range strings.Lines(script) {
		mots := strings.Fields(ligne)
		if len(mots) == 0 {
			continue
		}
		if fichiers, recoit := strings.CutPrefix(ligne, "exec accord recevoir "); recoit {
			b.WriteString("recueillir " + fichiers)
		} else if _, ecrit := ecrivent[mots[0]]; ecrit || mots[0] == "env" {
			b.WriteString(ligne)
		}
		if le, date := strings.CutPrefix(ligne, "env ACCORD_DATE="); date {
			j, err := v.ParseJour(strings.TrimSpace(le))
			if err != nil {
				t.Fatal(err)
			}
			r.fin = j
		}
	}
	h := histoire{"recueil", b.String()}
	p := parametres("", cleDEssai, h.ecrire(t))
	p.Cmds["recueillir"] = func(ts *testscript.TestScript, _ bool, noms []string) {
		le, err := v.ParseJour(ts.Getenv("ACCORD_DATE"))
		ts.Check(err)
		for _, nom := range noms {
			r.remises = append(r.remises, remettre(nom, []byte(ts.ReadFile(nom)), le))
		}
	}
	testscript.RunT(surLeChamp{t}, p)
	return r
}

func remettre(nom string, contenu []byte, le v.Jour) remise {
	r := remise{nom: nom, contenu: contenu, le: le}
	empreinte := sha256.Sum256(contenu)
	for _, lue := range (piece.Lecteur{}).Lire(nom, contenu).Pieces {
		for _, f := range lue.Faits {
			f.Source.Piece, f.Source.Fichier = hex.EncodeToString(empreinte[:]), nom
			r.faits = append(r.faits, f)
		}
	}
	return r
}

// faitsDe are the facts of some pieces, each known on the day when it came.
func faitsDe(rs []*remise) (faits []dossier.Fait) {
	for _, r := range rs {
		for _, f := range r.faits {
			f.ConnuLe = r.le
			faits = append(faits, f)
		}
	}
	return faits
}

func (r *recueil) toutes() (rs []*remise) {
	for i := range r.remises {
		rs = append(rs, &r.remises[i])
	}
	return rs
}

// blocs groups the pieces that an employer's calendar orders: the pays that he declares on
// one day are one, the others stand alone; each stands alone when seules is set.
func (r *recueil) blocs(seules bool) (bs [][]*remise) {
	for i := range r.remises {
		p := &r.remises[i]
		if n := len(bs); n > 0 && !seules && memesPaies(bs[n-1][0], p) {
			bs[n-1] = append(bs[n-1], p)
			continue
		}
		bs = append(bs, []*remise{p})
	}
	return bs
}

func memesPaies(a, b *remise) bool {
	x, y := a.paie(), b.paie()
	return x != nil && y != nil && a.le == b.le && x.Employeur.SIRET == y.Employeur.SIRET
}

// paie is the monthly declaration that a piece is; nil when it is another.
func (r *remise) paie() *dossier.Mensuelle {
	if len(r.faits) != 1 {
		return nil
	}
	return r.faits[0].Mensuelle
}

// faiteLe is the day on which a piece was written: it does not come before.
func (r *remise) faiteLe() (le v.Jour) {
	for i := range r.faits {
		switch f := &r.faits[i]; {
		case f.Mensuelle != nil:
			le = max(le, f.Mensuelle.Mois.FinMois()+1)
		case f.AvisArret != nil:
			le = max(le, f.AvisArret.PrescritLe)
		case f.Attestation != nil:
			le = max(le, f.Attestation.SigneeLe)
		case f.RIB != nil:
			le = max(le, f.RIB.Du)
		case f.Grossesse != nil:
			le = max(le, f.Grossesse.DeclareeLe)
		case f.Evenement != nil:
			le = max(le, f.Evenement.EtabliLe)
		case f.Conge != nil:
			le = max(le, f.Conge.DemandeLe)
		case f.Accident != nil:
			le = max(le, f.Accident.DeclareeLe)
		case f.Certificat != nil:
			le = max(le, f.Certificat.EtabliLe)
		case f.DeclarationMP != nil:
			le = max(le, f.DeclarationMP.DeclareeLe)
		case f.Acte != nil:
			le = max(le, f.Acte.PrisLe)
		}
	}
	return le
}

func noms(rs []*remise) string {
	var ns []string
	for _, r := range rs {
		ns = append(ns, r.nom+" le "+r.le.String())
	}
	return strings.Join(ns, ", ")
}
