package calcul

import "accord/droit"

func (e *ecrivain) periode(p *droit.PeriodePayee) {
	e.objet()
	e.bornes(p.Periode)
	e.arret(p.Arret)
	e.activite(p.Activite)
	e.cle("risque")
	e.texteOuNul(string(p.Risque))
	e.cle("jours")
	e.entier(p.Jours)
	e.cle("ij")
	e.montantOuNul(p.IJ)
	e.cle("brut")
	e.montant(p.Brut)
	e.cle("csg")
	e.montant(p.CSG)
	e.cle("csg_deductible")
	e.montant(p.CSGDeductible)
	e.cle("crds")
	e.montant(p.CRDS)
	e.cle("imposable")
	e.montant(p.Imposable)
	e.cle("pas")
	e.montant(p.PAS)
	e.cle("net")
	e.montant(p.Net)
	e.cle("beneficiaire")
	e.texteOuNul(string(p.Beneficiaire))
	e.cle("regle")
	e.texteOuNul(string(p.Regle))
	e.fermer('}')
}

func (e *ecrivain) forfait(f *droit.Forfait) {
	e.objet()
	e.cle("nature")
	e.texteOuNul(f.Nature)
	e.cle("le")
	e.jour(f.Le)
	e.cle("montant")
	e.montant(f.Montant)
	e.activite(f.Activite)
	e.cle("regle")
	e.texteOuNul(string(f.Regle))
	e.fermer('}')
}

func (e *ecrivain) difference(d *droit.Difference) {
	e.objet()
	e.bornes(d.Periode)
	e.activite(d.Activite)
	e.cle("risque")
	e.texteOuNul(string(d.Risque))
	e.cle("du_brut")
	e.montant(d.Du)
	e.cle("verse_brut")
	e.montant(d.Verse)
	e.cle("ecart")
	e.montant(d.Ecart)
	e.fermer('}')
}

func (e *ecrivain) certain(c *droit.Certain) {
	e.cle("certain")
	e.ouvrir('{')
	e.cle("jours")
	e.entier(c.Jours)
	e.cle("brut")
	e.montant(c.Brut)
	e.liste("periodes")
	for i := range c.Periodes {
		e.periodeCertaine(&c.Periodes[i])
	}
	e.fermer(']')
	e.fermer('}')
}

func (e *ecrivain) periodeCertaine(p *droit.PeriodeCertaine) {
	e.objet()
	e.bornes(p.Periode)
	e.activite(p.Activite)
	e.cle("ij")
	e.montant(p.IJ)
	e.fermer('}')
}

func (e *ecrivain) manque(m *droit.Manque) {
	e.objet()
	e.cle("code")
	e.texte(m.Code)
	e.cle("aupres_de")
	e.texteOuNul(m.AupresDe)
	e.cle("pour")
	e.paire(m.Pour)
	e.cle("phrase")
	e.texte(m.Phrase)
	e.fermer('}')
}

func (e *ecrivain) avis(a *droit.Avis) {
	e.objet()
	e.cle("code")
	e.texte(a.Code)
	e.cle("phrase")
	e.texte(a.Phrase)
	e.fermer('}')
}

func (e *ecrivain) etape(t *droit.Etape) {
	e.objet()
	e.cle("regle")
	e.texte(string(t.Regle))
	e.cle("article")
	e.texteOuNul(t.Article)
	e.cle("version")
	e.texteOuNul(t.Version)
	e.champs("entrees", t.Entrees)
	e.champs("resultat", t.Resultat)
	e.cle("phrase")
	e.texte(t.Phrase)
	e.fermer('}')
}

// champs writes the named values of a step. A name that comes again takes its
// rank, so that the object stays valid for every reader: salaire, salaire_2.
func (e *ecrivain) champs(cle string, champs []droit.Champ) {
	e.cle(cle)
	e.ouvrir('{')
	for i := range champs {
		e.element()
		rang := 1
		for k := range i {
			if champs[k].Nom == champs[i].Nom {
				rang++
			}
		}
		e.texte(champs[i].Nom)
		if rang > 1 {
			e.b = append(e.b[:len(e.b)-1], '_')
			e.entier(rang)
			e.b = append(e.b, '"')
		}
		e.b = append(e.b, ':')
		e.texte(champs[i].Valeur)
	}
	e.fermer('}')
}
