package sim

import (
	"bytes"
	"fmt"
	"slices"

	"accord/format/dsn"
	v "accord/valeur"
)

// mensuelle is the monthly file of one sender, and its trouble.
type mensuelle struct {
	*declarant
	c        *Config
	mois     v.Jour
	le       v.Jour // day on which it reaches the caisse
	trouble  Genre
	decalage int
	cible    *contrat // whose pay is wrong
	fantome  *passant // who should not be there
}

type troubleMensuelle struct {
	genre     Genre
	pourMille int
	convient  func(*mensuelle) bool
}

// tirerMensuelles lists the files that come before the end, and troubles some.
func tirerMensuelles(c *Config, ds []*declarant, nirs registreNIR) []*mensuelle {
	var ms []*mensuelle
	for _, d := range ds {
		for m := c.premierMois(); d.remise(m) <= c.fin(); m = m.AjouterMois(1) {
			ms = append(ms, &mensuelle{declarant: d, c: c, mois: m, le: max(c.Debut, d.remise(m))})
		}
	}
	a := flux(c.Graine, "déclarations", 0)
	ordre := a.Perm(len(ms))
	for _, t := range troublesMensuelle {
		reste := quota(t.pourMille, len(ms))
		for _, i := range ordre {
			m := ms[i]
			if reste == 0 {
				break
			}
			if m.trouble != "" || !t.convient(m) {
				continue
			}
			m.trouble, m.decalage = t.genre, a.entre(2, 4)
			switch t.genre {
			case DeclarationTardive:
				m.le += v.Jour(a.entre(5, 15))
			case DeclarationSansPersonne:
				m.fantome = &passant{t.genre, nouveauPassant(c, a, m.etablissements()[0], nirs, 100_000+i)}
			}
			reste--
		}
	}
	return ms
}

// declares lists the contracts of the month that carry no trouble of their own.
func (m *mensuelle) declares() []*contrat {
	var ks []*contrat
	for _, e := range m.etablissements() {
		for _, k := range e.contrats {
			if k.actif(v.P(m.mois, m.mois.FinMois())) && k.salarie.trouble == "" {
				ks = append(ks, k)
			}
		}
	}
	return ks
}

func (m *mensuelle) peutTarder() bool { return m.remise(m.mois) > m.c.Debut && m.le+15 <= m.c.fin() }

// peutCorriger chooses whose pay will be wrong: someone who is or was ill, so
// that the money follows the correction.
func (m *mensuelle) peutCorriger() bool {
	if m.le+4 > m.c.fin() {
		return false
	}
	i := slices.IndexFunc(m.declares(), func(k *contrat) bool { return len(k.salarie.arrets) > 0 && k.salarie.arrets[0].risque == "" })
	if i < 0 {
		return false
	}
	m.cible = m.declares()[i]
	return true
}

func (m *mensuelle) peutTronquer() bool { return m.le+4 <= m.c.fin() && len(m.declares()) > 1 }

// rendre writes the file, and the one that cures it.
func (m *mensuelle) rendre(r *rendu) {
	nom := fmt.Sprintf("dsn-%s-%05d", m.mois.String()[:7], m.rang)
	envoi := m.envoi(versionNorme(m.mois))
	for _, e := range m.etablissements() {
		envoi.Declarations = append(envoi.Declarations, e.mensuelle(m.mois, m.le, 1))
	}
	t := Trouble{Genre: m.trouble, SIRET: m.etablissements()[0].siret, Mois: m.mois}
	var juste *etablissement // whose declaration will be replaced
	switch m.trouble {
	case DeclarationRemplacee:
		juste = m.cible.etablissement
		t.NIR, t.SIRET, t.Montant = m.cible.salarie.nir, m.cible.siret, m.cible.payer(m.mois).brut
		diviserPaie(&envoi, t.NIR)
	case DeclarationSansPersonne:
		juste = m.etablissements()[0]
		t.NIR = m.fantome.contrat.salarie.nir
		d := &envoi.Declarations[0]
		d.Individus, d.Type = append(d.Individus, m.fantome.declarer(m.mois, m.le)), dsn.TypeNormale
	}
	contenu := gater(octets(&envoi), m.etablissements())
	if m.trouble == FichierTronque {
		m.passants(r, r.fichier(m.le+v.Jour(m.decalage), nom+"-complet.dsn", contenu), m.etablissements())
		contenu, t.Rubrique = tronquer(contenu), "S90.G00.90"
	}
	t.Fichier = r.fichier(m.le, nom+".dsn", contenu)
	if m.trouble != "" {
		r.troubles = append(r.troubles, t)
	}
	if m.trouble != FichierTronque {
		m.passants(r, t.Fichier, m.etablissements())
	}
	if juste != nil {
		m.remplacer(r, nom, juste)
	}
}

// remplacer cancels and replaces the declaration of one establishment.
func (m *mensuelle) remplacer(r *rendu, nom string, e *etablissement) {
	le := m.le + v.Jour(m.decalage)
	envoi := m.envoi(versionNorme(m.mois))
	d := e.mensuelle(m.mois, le, 2)
	d.Type = dsn.TypeAnnuleRemplace
	envoi.Declarations = []dsn.Declaration{d}
	m.passants(r, r.fichier(le, nom+"-remplace.dsn", gater(octets(&envoi), []*etablissement{e})), []*etablissement{e})
}

// gater writes the numbers that no writer of DSN would write.
func gater(contenu []byte, es []*etablissement) []byte {
	for _, e := range es {
		for i := range e.passants {
			contenu = e.passants[i].gater(contenu)
		}
	}
	return contenu
}

// passants plans what the caisse must say of those whom it sets aside.
func (m *mensuelle) passants(r *rendu, chemin string, es []*etablissement) {
	for _, e := range es {
		for i := range e.passants {
			p := &e.passants[i]
			r.troubles = append(r.troubles, Trouble{Genre: p.genre, Fichier: chemin, Rubrique: p.rubrique(), NIR: p.contrat.salarie.nir, SIRET: e.siret, Mois: m.mois})
		}
	}
}

// diviserPaie makes the typing error of a payroll clerk: a tenth of the pay.
func diviserPaie(e *dsn.Envoi, nir v.NIR) {
	for i := range e.Declarations {
		for j := range e.Declarations[i].Individus {
			x := &e.Declarations[i].Individus[j]
			if x.NIR != nir {
				continue
			}
			for k := range x.Versements[0].Remunerations {
				montant := &x.Versements[0].Remunerations[k].Montant
				*montant = v.Connu(montant.Ou(0) / 10)
			}
		}
	}
}

// tronquer cuts a file inside its last person.
func tronquer(contenu []byte) []byte {
	i := bytes.LastIndex(contenu, []byte("S21.G00.40.009"))
	return contenu[:i]
}
