package dsn

// The persons, contracts and declarations that are set aside, once all that
// is said of them has been read.

func (t *arbre) ouvrirIndividu(rubs []Rubrique) {
	t.fermerIndividu()
	t.rangIndividu++
	t.individu = Individu{}
	t.i = &t.individu
	t.anomaliesIndividu = len(t.anomalies)
	remplir(t, rubs, t.g.individu, t.i)
}

// fermerIndividu ends the open person, if any, and puts it where it goes.
func (t *arbre) fermerIndividu() {
	if t.i == nil {
		return
	}
	i := t.i
	t.verifierIdentite()
	t.verifierRegime()
	t.verifierContrats()
	i.Brut = t.lignes.octets(t.fichier, i.Premiere, i.Derniere)
	i.Rubriques = t.tranche(i.Lignes)
	for k := t.anomaliesIndividu; k < len(t.anomalies); k++ {
		if t.anomalies[k].Individu == t.rangIndividu {
			t.anomalies[k].NIR = i.NIR
		}
	}
	if i.Ecarte == "" {
		t.d.Individus = append(t.d.Individus, *i)
	} else {
		t.d.Ecartes = append(t.d.Ecartes, *i)
	}
	t.i = nil
	t.changerEtat(t.norme[blocIndividu], ferme, nil)
}

// verifierIdentite sets aside who has no NIR. A wrong NIR was already said.
func (t *arbre) verifierIdentite() {
	i := t.i
	switch {
	case !i.NIR.IsZero() || i.Ecarte != "":
	case i.NTT != "":
		t.noter(constat{gravite: IndividuEcarte, ligne: ligneDe(t.tranche(i.Lignes), codeNTT), code: codeNTT, trouve: i.NTT, attendu: "un NIR",
			remarque: "NTT sans NIR : l'assuré n'est pas encore identifié"})
	default:
		t.noter(constat{gravite: IndividuEcarte, ligne: i.Premiere, code: codeNIR, attendu: "un NIR de 13 caractères, sans clé",
			remarque: "ni NIR ni NTT"})
	}
}

// verifierRegime sets aside the contracts of another régime, and the person
// when none is left. A signal does not state the régime: silence is no reason.
func (t *arbre) verifierRegime() {
	i := t.i
	autres := 0
	for k := range i.Contrats {
		if autreRegime(&i.Contrats[k]) {
			autres++
		}
	}
	if autres == 0 {
		return
	}
	gravite := BlocEcarte
	if autres == len(i.Contrats) {
		gravite = IndividuEcarte
	}
	var gardes []Contrat
	for _, c := range i.Contrats {
		if !autreRegime(&c) {
			gardes = append(gardes, c)
			continue
		}
		c.Ecarte = "autre régime : " + c.RegimeMaladie
		if nom := t.g.listes[codeRegimeMaladie].libelles[c.RegimeMaladie]; nom != "" {
			c.Ecarte += ", " + nom
		}
		t.noter(constat{gravite: gravite, ligne: ligneDe(t.tranche(c.Lignes), codeRegimeMaladie), code: codeRegimeMaladie,
			trouve: c.RegimeMaladie, attendu: regimeGeneral, remarque: c.Ecarte})
		i.ContratsEcartes = append(i.ContratsEcartes, c)
	}
	i.Contrats = gardes
}

func autreRegime(c *Contrat) bool { return c.RegimeMaladie != "" && c.RegimeMaladie != regimeGeneral }

func (t *arbre) ouvrirDeclaration(rubs []Rubrique) {
	t.fermerDeclaration()
	t.rangDeclaration++
	t.rangIndividu = 0
	t.declaration = Declaration{}
	t.d = &t.declaration
	remplir(t, rubs, t.g.declaration, t.d)
}

// unSeul sets aside a declaration of two enterprises or establishments: whose
// employees they are could not be told.
func (t *arbre) unSeul(rubs []Rubrique, deja Lignes) {
	if deja.Premiere == 0 {
		return
	}
	bloc := rubs[0].Code.Bloc()
	t.noter(constat{gravite: DeclarationEcartee, ligne: rubs[0].Ligne, code: bloc, attendu: "un seul bloc par déclaration",
		remarque: "second bloc « " + t.norme[bloc].libelle + " » dans la déclaration"})
}

// fermerDeclaration ends the open declaration, if any.
func (t *arbre) fermerDeclaration() {
	t.fermerIndividu()
	if t.d == nil {
		return
	}
	t.verifierEtablissement()
	t.d.Rubriques = t.tranche(t.d.Lignes)
	t.declarations = append(t.declarations, *t.d)
	t.d = nil
	t.changerEtat(t.norme[blocDeclaration], ferme, nil)
}

func (t *arbre) verifierEtablissement() {
	d := t.d
	for _, b := range []struct {
		lignes Lignes
		code   Code
	}{{d.Entreprise.Lignes, blocEntreprise}, {d.Etablissement.Lignes, blocEtablissement}} {
		if b.lignes.Premiere == 0 {
			t.noter(constat{gravite: DeclarationEcartee, ligne: d.Premiere, code: b.code, attendu: "un bloc par déclaration",
				remarque: "la déclaration n'a pas de bloc « " + t.norme[b.code].libelle + " »"})
		}
	}
	if d.Entreprise.SIREN == "" || d.Etablissement.NIC == "" {
		return
	}
	f := format{genre: genreSIRET}
	if siret := string(d.SIRET()); !bienLu(&f, siret) {
		t.noter(constat{gravite: DeclarationEcartee, ligne: d.Etablissement.Premiere, code: blocEtablissement + 1, trouve: siret,
			attendu: f.attendu(), remarque: "SIREN et NIC ne font pas un SIRET : « " + siret + " »"})
	}
}

func bienLu(f *format, s string) bool {
	_, ok := f.lire(s)
	return ok
}
