package cli

import (
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"

	"accord/app"
	"accord/format/calcul"
	"accord/format/piece"
	"accord/format/retour"
	"accord/store"
	"accord/web"

	"github.com/spf13/pflag"
)

var cmdServir = commande{
	nom: "servir", resume: "ouvre le bureau (pages) et l'API",
	aide: `
Ouvre le bureau des agents et l'API (POST /api/v1/calculs) sur cette machine seulement, sauf adresse
contraire. S'arrête proprement sur Ctrl-C.

Chacun y dit qui il est ; son nom et son rôle sont écrits sur ses actes. «--agents» dit comment :

  declares     chacun donne son nom, que rien ne vérifie : chaque page le dit. C'est ainsi tant que la caisse n'a
               pas de registre des agents («accord aide agents»), et alors sur cette machine seulement, à moins
               que «--agents declares» ne le demande ; avec un registre, c'est refusé.
  jeton        matricule du registre et jeton, dès que le registre est ouvert. Ouvert à un réseau, le bureau veut
               devant lui un relais qui chiffre (HTTPS) : un jeton qui circule en clair se lit.
  entete:NOM   l'authentification de la caisse, placée devant le bureau, donne le matricule dans l'en-tête NOM ;
               elle efface celui que d'autres enverraient. Le bureau n'écoute alors que cette machine, ou une
               prise locale («--adresse unix:/run/accord.sock»).

Derrière un relais HTTPS qui pose l'en-tête X-Forwarded-Proto, la session n'est jamais envoyée en clair (cookie
«Secure»). S'il ne le pose pas, donnez «--https».`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		adresse := fs.String("adresse", web.AdresseDefaut, "adresse et port d'écoute, ou unix:CHEMIN")
		agents := fs.String("agents", "", "comment le bureau sait qui est là : declares, jeton ou entete:NOM (par défaut : selon le registre)")
		chiffre := fs.Bool("https", false, "le bureau n'est atteint qu'en HTTPS, par un relais : la session n'est jamais envoyée en clair")
		hotes := fs.StringSlice("hote", nil, "nom sous lequel le bureau peut être demandé, hors de cette machine")
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			b := optionsBureau(caisse, *hotes)
			b.HTTPS = *chiffre
			if err := s.choisirIdentite(caisse, &b, *agents, *adresse); err != nil {
				return err
			}
			return s.servir(caisse, *adresse, b)
		}
	},
}

func (s *session) servir(caisse *app.Caisse, adresse string, b web.Options) error {
	reseau, ou := "tcp", adresse
	if chemin, unix := strings.CutPrefix(adresse, "unix:"); unix {
		reseau, ou = "unix", chemin
	}
	ecoute, err := net.Listen(reseau, ou)
	if err != nil {
		return fmt.Errorf("l'adresse %s n'est pas libre : choisissez-en une autre par --adresse", adresse)
	}
	if reseau == "unix" {
		fmt.Fprintf(s.out, "Le bureau est ouvert sur la prise %s (Ctrl-C pour fermer)\n", ou)
	} else {
		fmt.Fprintf(s.out, "Le bureau est ouvert : http://%s/ (Ctrl-C pour fermer)\n", ecoute.Addr())
	}
	return web.ServeListener(s.ctx, ecoute, web.Handler(caisse, b))
}

// choisirIdentite examines how the desk will know who is there, and whether it may
// listen there.
func (s *session) choisirIdentite(caisse *app.Caisse, b *web.Options, agents, adresse string) error {
	ouvert, err := caisse.RegistreOuvert(s.ctx)
	if err != nil {
		return err
	}
	local := machineSeule(adresse)
	entete, parEntete := strings.CutPrefix(agents, string(web.ParEntete)+":")
	switch {
	case agents == string(web.Declaree) && ouvert:
		return usage("servir : la caisse a un registre des agents : l'identité déclarée n'est plus admise")
	case agents == string(web.SelonRegistre) && !ouvert && !local:
		return usage("servir : sur %s le bureau serait ouvert à un réseau alors que rien n'y vérifie qui est là ; inscrivez les agents («accord aide agents»), ou demandez-le par --agents declares", adresse)
	case parEntete && !enTete.MatchString(entete):
		return usage("servir : «%s» n'est pas un nom d'en-tête", entete)
	case parEntete && !local:
		return usage("servir : %s est ouvert à un réseau : n'importe qui y enverrait l'en-tête %s ; écoutez sur cette machine ou sur unix:CHEMIN", adresse, entete)
	case parEntete:
		b.Identite, b.Entete = web.ParEntete, entete
		return nil
	case agents != string(web.SelonRegistre) && agents != string(web.Declaree) && agents != string(web.Jeton):
		return usage("servir : «%s» n'est pas connu ; --agents attend declares, jeton ou entete:NOM", agents)
	}
	b.Identite = web.Identite(agents)
	return nil
}

// enTete is the name of a header.
var enTete = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// machineSeule reports whether an address is reached from this machine alone.
func machineSeule(adresse string) bool {
	if strings.HasPrefix(adresse, "unix:") {
		return true
	}
	hote, _, err := net.SplitHostPort(adresse)
	if err != nil {
		return false
	}
	ip := net.ParseIP(hote)
	return hote == "localhost" || ip != nil && ip.IsLoopback()
}

func optionsBureau(caisse *app.Caisse, hotes []string) web.Options {
	return web.Options{
		Caisse: caisse.Nom(), Hotes: hotes, Calculer: calculerHTTP(caisse), Schemas: schemas(), Cle: caisse.Store().(*store.Store).CleSession(),
		NouveauJeton: store.NouveauJeton, FeuilleRetour: feuilleDeRetour,
	}
}

// calculerHTTP answers one case over HTTP.
func calculerHTTP(caisse *app.Caisse) func([]byte) ([]byte, error) {
	return func(cas []byte) ([]byte, error) {
		m := calcul.NewMoteur(fabrique(caisse.Table()))
		reponse, err := m.Repondre(nil, cas)
		var refus *calcul.Erreur
		if errors.As(err, &refus) {
			return nil, refusHTTP{refus}
		}
		return reponse, err
	}
}

// refusHTTP says where a case is wrong without the value that was found, which
// may identify someone.
type refusHTTP struct{ *calcul.Erreur }

func (r refusHTTP) Refus() (cle, attendu, phrase string) {
	s := r.SansValeur()
	return s.Cle, s.Attendu, s.Phrase
}

// schemas gathers the published schemas, by name.
func schemas() map[string]string {
	publies := map[string]string{
		nomSchema(calcul.VersionCas): calcul.SchemaCas(), nomSchema(calcul.VersionResultat): calcul.SchemaResultat(), nomSchema(retour.Version): retour.Schema(),
	}
	for _, nom := range piece.Schemas() {
		publies[nomSchema(nom)] = string(piece.Schema(nom))
	}
	return publies
}

// nomSchema names the file of a schema: «accord/cas/1» is accord-cas-1.schema.json.
func nomSchema(version string) string {
	return strings.ReplaceAll(version, "/", "-") + ".schema.json"
}
