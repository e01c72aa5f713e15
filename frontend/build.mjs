console.log('frontend');
