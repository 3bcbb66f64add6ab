package sim

import (
	"cmp"
	"slices"

	"accord/format/dsn"
	v "accord/valeur"
)

// mensuelle builds what an establishment declares of a month. Order numbers
// grow with the month and with the version of the declaration.
func (e *etablissement) mensuelle(mois, le v.Jour, version int64) dsn.Declaration {
	a, m := moisDe(mois)
	d := e.declaration(dsn.NatureMensuelle, int64(100*a+m)*10+version, le)
	d.Mois = mois
	p := v.P(mois, mois.FinMois())
	for _, k := range e.contrats {
		if k.actif(p) && k.moisOmis != mois {
			d.Individus = append(d.Individus, k.declarer(mois, le))
		}
	}
	for i := range e.passants {
		d.Individus = append(d.Individus, e.passants[i].declarer(mois, le))
	}
	if len(d.Individus) == 0 {
		d.Type = dsn.TypeNormaleSansIndividu
	}
	return d
}

// declarer gives someone's part of a monthly declaration.
func (k *contrat) declarer(mois, le v.Jour) dsn.Individu {
	i := k.salarie.individu()
	i.LieuNaissance, i.DepartementNaissance, i.PaysNaissance = "VILLE FICTIVE", "99", "XX"
	i.Voie, i.CodePostal, i.Localite = "2 RUE FICTIVE", k.cp, k.ville
	x := k.dsn()
	x.Arrets = k.arretsDuMois(mois, le)
	if v.P(mois, mois.FinMois()).Contient(k.fin) {
		motif := "059" // resignation
		if k.nature == "02" {
			motif = "031" // end of a fixed-term contract
		}
		x.Fins = []dsn.FinContrat{{Date: k.fin, Motif: motif}}
	}
	i.Contrats = []dsn.Contrat{x}
	i.Versements = []dsn.Versement{k.verser(mois)}
	return i
}

// dsn gives the contract as a monthly declaration describes it.
func (k *contrat) dsn() dsn.Contrat {
	x := dsn.Contrat{
		Debut: k.debut, StatutConventionnel: "06", StatutRetraite: "04", PCSESE: "543b", Emploi: k.emploi, Nature: k.nature,
		Dispositif: "99", Numero: k.numero, Unite: dsn.UniteHeure,
		QuotiteReference: v.Connu(heuresMois), Quotite: v.Connu(heuresMois * v.Centiemes(k.quotite) / 100), Modalite: "10",
		ComplementRegime: "99", IDCC: k.idcc, RegimeMaladie: "200", LieuTravail: string(k.siret), RegimeVieillesse: "200",
		TravailleurEtranger: "99", StatutEmploi: "99", EmploisMultiples: "01", EmployeursMultiples: "01",
		RegimeAT: "200", RisqueAT: "999ZZ", Retraites: []dsn.Retraite{{Regime: "RUAA"}},
	}
	if k.quotite < 100 {
		x.Modalite = "20"
	}
	if k.nature == "02" {
		x.FinPrevue = cmp.Or(k.fin, k.debut.AjouterMois(18))
	}
	if len(k.salarie.contrats) > 1 {
		x.EmployeursMultiples = "02"
	}
	return x
}

// arretsDuMois gives the stops of work of the month, as known on the day of the
// declaration: without subrogation, which only the event states.
func (k *contrat) arretsDuMois(mois, le v.Jour) []dsn.Arret {
	var as []dsn.Arret
	for _, a := range k.salarie.arrets {
		if v.P(a.debut, a.dernierJour()).Inter(v.P(mois, mois.FinMois())).Jours() == 0 || !slices.Contains(a.contrats(), k) || !a.signalable() {
			continue
		}
		x := dsn.Arret{Motif: a.motif(), DernierJourTravaille: a.dernierTravaille(), DateAccident: a.sinistreLe}
		for i := range a.prescriptions {
			if p := &a.prescriptions[i]; i == 0 || p.recuLe <= le {
				x.FinPrevue = max(x.FinPrevue, p.periode.Au)
			}
		}
		if retour := a.dernierJour() + 1; retour <= mois.FinMois() {
			x.Reprise, x.MotifReprise = retour, dsn.RepriseNormale
		}
		as = append(as, x)
	}
	return as
}

// verser gives the payment of the month.
func (k *contrat) verser(mois v.Jour) dsn.Versement {
	p := k.payer(mois)
	net := p.brut * 78 / 100
	x := dsn.Versement{Date: mois.FinMois(), NetFiscal: v.Connu(net), NetVerse: v.Connu(net), TauxPAS: v.Connu(v.Centiemes(0))}
	ligne := func(t dsn.TypeRemuneration, montant v.Centimes) dsn.Remuneration {
		return dsn.Remuneration{Periode: p.periode, Contrat: k.numero, Type: t, Montant: v.Connu(montant)}
	}
	chomage := ligne(dsn.RemunerationChomage, p.brut)
	chomage.Activites = []dsn.Activite{{Type: dsn.ActiviteTravail, Mesure: v.Connu(p.heures), Unite: dsn.UniteHeure}}
	if p.absents > 0 {
		chomage.Activites = append(chomage.Activites, dsn.Activite{Type: dsn.ActiviteAbsence, Mesure: v.Connu(p.absents), Unite: dsn.UniteHeure})
	}
	x.Remunerations = []dsn.Remuneration{ligne(dsn.RemunerationBrute, p.brut), chomage, ligne(dsn.RemunerationRetablie, p.retabli)}
	return x
}
