package sim

import (
	"bytes"
	"strings"

	"accord/dossier"
	"accord/format/dsn"
	v "accord/valeur"
)

// passant is someone whom a declaration names and whom the caisse must set
// aside, or forget.
type passant struct {
	genre   Genre
	contrat *contrat
}

// numeroEtranger is what an employer writes where the NIR should be.
const numeroEtranger = "84.07.12-123.45"

// tirerPassants spreads them over the establishments.
func tirerPassants(c *Config, es []*entreprise, nirs registreNIR) {
	var tous []*etablissement
	for _, e := range es {
		tous = append(tous, e.etablissements...)
	}
	n := 0
	for _, t := range troublesPassant {
		for range quota(t.pourMille, c.Population) {
			a := flux(c.Graine, "passant", n)
			n++
			e := choisir(a, tous)
			e.passants = append(e.passants, passant{t.genre, nouveauPassant(c, a, e, nirs, n)})
		}
	}
}

// nouveauPassant gives someone a job that nobody will be paid for.
func nouveauPassant(c *Config, a alea, e *etablissement, nirs registreNIR, n int) *contrat {
	naissance := c.Debut - v.Jour(a.entre(20*365, 60*365))
	s := &salarie{rang: n, sexe: 1, nir: nirs.suivant(1, naissance), identite: dossier.Identite{NomNaissance: a.nom(), Prenoms: a.prenoms(1), Naissance: naissance}}
	return &contrat{
		etablissement: e, salarie: s, numero: numeroContrat(n, 9), nature: "01", quotite: 100, emploi: emplois[0],
		debut: c.premierMois() - 400, premier: c.premierMois(), brut: 210_000,
	}
}

func (p *passant) declarer(mois, le v.Jour) dsn.Individu {
	i := p.contrat.declarer(mois, le)
	switch p.genre {
	case NumeroTemporaire:
		i.NIR, i.NTT = "", "1"+p.contrat.siren+strings.TrimPrefix(p.contrat.numero, "CT")
	case AutreRegime:
		i.Contrats[0].RegimeMaladie = "300"
	}
	return i
}

// rubrique is where the caisse must say why the person is set aside.
func (p *passant) rubrique() string {
	switch p.genre {
	case NumeroTemporaire:
		return "S21.G00.30.020"
	case AutreRegime:
		return "S21.G00.40.018"
	}
	return "S21.G00.30.001"
}

// gater writes a foreign number in the place of the NIR, which no writer of DSN
// would accept to do.
func (p *passant) gater(fichier []byte) []byte {
	if p.genre != NumeroEtranger {
		return fichier
	}
	const rubrique = "S21.G00.30.001,'"
	return bytes.ReplaceAll(fichier, []byte(rubrique+p.contrat.salarie.nir.Clair()), []byte(rubrique+numeroEtranger))
}
