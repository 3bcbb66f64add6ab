package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// envoi writes a document of ours on one line: what all of them hold, then the
// rest, then the opaque medical side: one JSON object without line end, or nil.
func envoi(b []byte, schema string, nir v.NIR, d *dossier.Envoi, medical []byte, corps func(e *ecrivain)) []byte {
	e := &ecrivain{b: b}
	e.accolades(func() {
		e.chaine("schema", schema)
		e.assure(nir, &d.Identite)
		e.chaine("reference", d.Reference)
		e.entier("version", d.Version)
		e.vrai("retire", d.Retire)
		corps(e)
		if medical != nil {
			e.nom(voletMedical)
			e.b = append(e.b, medical...)
		}
	})
	return e.b
}

// nombre writes a number that is known.
func (e *ecrivain) nombre(cle string, n int64) {
	if n != 0 {
		e.entier(cle, n)
	}
}

// AppendGrossesse appends the declaration as an accord/grossesse/1 document of
// one line, without its line end.
func AppendGrossesse(b []byte, nir v.NIR, g *dossier.Grossesse, medical []byte) []byte {
	return envoi(b, porteGrossesse.schema, nir, &g.Envoi, medical, func(e *ecrivain) {
		e.jour("declaree_le", g.DeclareeLe)
		e.jour("constatee_le", g.ConstateeLe)
		e.jour("prevue_le", g.PrevueLe)
		e.nombre("enfants", g.Enfants)
		e.nombre("rang", g.Rang)
		e.nombre("semaines_reportees", g.SemainesReportees)
		e.nombre("semaines_anticipees", g.SemainesAnticipees)
	})
}

// AppendEvenement appends the event as an accord/evenement/1 document of one
// line, without its line end.
func AppendEvenement(b []byte, nir v.NIR, x *dossier.Evenement, medical []byte) []byte {
	return envoi(b, porteEvenement.schema, nir, &x.Envoi, medical, func(e *ecrivain) {
		e.chaine("auteur", string(x.Auteur))
		e.jour("etabli_le", x.EtabliLe)
		if n := x.Naissance; n != nil {
			e.objet("naissance", func() { e.naissance(n) })
		}
		if a := x.Adoption; a != nil {
			e.objet("adoption", func() {
				e.jour("arrivee_le", a.ArriveeLe)
				e.entier("enfants", a.Enfants)
				e.nombre("a_charge_apres", a.AChargeApres)
				e.nombre("parents", a.Parents)
				e.nombre("jours_autre_parent", a.JoursAutreParent)
				e.vrai("allocation_versee_autre_parent", a.AllocationVersee)
			})
		}
		if d := x.Deces; d != nil {
			e.objet("deces", func() {
				e.jour("le", d.Le)
				e.chaine("lien", d.Lien)
				e.jour("ne_le", d.NeLe)
				e.vrai("a_charge", d.ACharge)
			})
		}
	})
}

func (e *ecrivain) naissance(n *dossier.NaissanceDeclaree) {
	e.vrai("mere", n.Mere)
	e.jour("le", n.Le)
	e.jour("prevue_le", n.PrevueLe)
	e.entier("enfants", n.Enfants)
	e.nombre("rang", n.Rang)
	e.nombre("semaines_amenorrhee", n.SemainesAmenorrhee)
	if len(n.Hospitalisations) > 0 {
		liste(e, "hospitalisations", n.Hospitalisations, func(h *dossier.Hospitalisation) {
			e.periode(h.Periode)
			e.vrai("specialise", h.Specialise)
		})
	}
	e.jour("deces_mere_le", n.DecesMereLe)
	e.jour("fin_conge_mere", n.FinCongeMere)
}

// AppendConge appends the request as an accord/conge/1 document of one line,
// without its line end.
func AppendConge(b []byte, nir v.NIR, c *dossier.Conge, medical []byte) []byte {
	return envoi(b, porteConge.schema, nir, &c.Envoi, medical, func(e *ecrivain) {
		e.chaine("risque", string(c.Risque))
		e.jour("demande_le", c.DemandeLe)
		e.jour("evenement_le", c.EvenementLe)
		e.employeur(c.Employeur, c.NomEmployeur)
		if len(c.Poursuivis) > 0 {
			liste(e, "emplois_poursuivis", c.Poursuivis, func(x *dossier.Employeur) {
				e.chaine("siret", string(x.SIRET))
				e.chaine("nom", x.Nom)
			})
		}
		if len(c.Periodes) > 0 {
			liste(e, "periodes", c.Periodes, func(p *v.Periode) { e.periode(*p) })
		}
		e.jour("reprise_le", c.RepriseLe)
		e.vrai("temps_partiel", c.TempsPartiel)
		e.periodeSous("conge_naissance", c.CongeNaissance)
		e.nombre("jours_deja_pris", c.DejaPris)
	})
}

func (e *ecrivain) periodeSous(cle string, p v.Periode) {
	if !p.IsZero() {
		e.objet(cle, func() { e.periode(p) })
	}
}
